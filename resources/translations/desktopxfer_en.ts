<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ConflictChoice</name>
    <message numerus="yes">
        <source>“{name}” and %Ln more are in this folder already.</source>
        <translation>
            <numerusform>“{name}” and %Ln more are in this folder already.</numerusform>
            <numerusform>“{name}” and %Ln more are in this folder already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) had changed and were sent anew</source>
        <translation>
            <numerusform>%Ln file had changed and was sent anew</numerusform>
            <numerusform>%Ln files had changed and were sent anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} failed</source>
        <translation>
            <numerusform>%Ln of {total} failed</numerusform>
            <numerusform>%Ln of {total} failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s) that you have not answered yet are cancelled.</source>
        <translation>
            <numerusform>An offer that you have not answered yet is cancelled.</numerusform>
            <numerusform>%Ln offers that you have not answered yet are cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are not finished and can go on when desktopxfer is open again.</source>
        <translation>
            <numerusform>A transfer is not finished. It can go on when desktopxfer is open again.</numerusform>
            <numerusform>%Ln transfers are not finished. They can go on when desktopxfer is open again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen %Ln day(s) ago</source>
        <translation>
            <numerusform>Last seen %Ln day ago</numerusform>
            <numerusform>Last seen %Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{addresses} and %Ln more</source>
        <translation>
            <numerusform>{addresses} and %Ln more</numerusform>
            <numerusform>{addresses} and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{first} and %Ln more</source>
        <translation>
            <numerusform>{first} and %Ln more</numerusform>
            <numerusform>{first} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>Send to %Ln device</numerusform>
            <numerusform>Send to %Ln devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>Everyone for %Ln minute(s), then trusted devices only</source>
        <translation>
            <numerusform>Everyone for %Ln minute, then trusted devices only</numerusform>
            <numerusform>Everyone for %Ln minutes, then trusted devices only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the files can run as program(s).</source>
        <translation>
            <numerusform>One of the files can run as a program.</numerusform>
            <numerusform>%Ln of the files can run as programs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln file(s), {size} of {total}</source>
        <translation>
            <numerusform>{count} of %Ln file, {size} of {total}</numerusform>
            <numerusform>{count} of %Ln files, {size} of {total}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>Try again for %Ln minute(s) at most.</source>
        <translation>
            <numerusform>Try again for %Ln minute at most.</numerusform>
            <numerusform>Try again for %Ln minutes at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferFiles</name>
    <message numerus="yes">
        <source>%Ln more were skipped.</source>
        <translation>
            <numerusform>%Ln more was skipped.</numerusform>
            <numerusform>%Ln more were skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%Ln offer(s) wait for your answer</source>
        <translation>
            <numerusform>%Ln offer waits for your answer</numerusform>
            <numerusform>%Ln offers wait for your answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln transfer</numerusform>
            <numerusform>%Ln transfers</numerusform>
        </translation>
    </message>
</context>
</TS>
