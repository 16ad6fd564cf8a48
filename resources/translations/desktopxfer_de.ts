<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Action</name>
    <message>
        <source>Answer…</source>
        <translation>Antworten…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnose…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>In Ordner anzeigen</translation>
    </message>
    <message>
        <source>Show only what failed</source>
        <translation>Nur Fehlgeschlagene anzeigen</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Text anzeigen</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>Dateien anzeigen</translation>
    </message>
    <message>
        <source>Try to send now</source>
        <translation>Jetzt zu senden versuchen</translation>
    </message>
</context>
<context>
    <name>AddAddress</name>
    <message>
        <source>Add by address</source>
        <translation>Neue Adresse</translation>
    </message>
    <message>
        <source>Add this device</source>
        <translation>Dieses Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Address of the device</source>
        <translation>Adresse des Geräts</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
    <message>
        <source>Such as desk-pc or 192.168.1.20</source>
        <translation>Zum Beispiel desk-pc oder 192.168.1.20</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check with</source>
        <translation>Prüfen mit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Verbindungsprüfung</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Device to check the connection with</source>
        <translation>Gerät, zu dem die Verbindung geprüft wird</translation>
    </message>
    <message>
        <source>Looking for what may be in the way…</source>
        <translation>Mögliche Hindernisse werden gesucht…</translation>
    </message>
    <message>
        <source>No device: look at this computer only</source>
        <translation>Kein Gerät: nur diesen Computer prüfen</translation>
    </message>
    <message>
        <source>No problem was found, but something may be in the way.</source>
        <translation>Es wurde kein Problem gefunden, aber etwas könnte im Weg sein.</translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>Es wurde kein Problem gefunden.</translation>
    </message>
    <message>
        <source>Something is in the way.</source>
        <translation>Etwas ist im Weg.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>CloseChoice</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It can go on without its window: transfers continue, and others can send to you. Its icon in the tray brings the window back.</source>
        <translation>Es kann ohne Fenster weiterlaufen: Übertragungen gehen weiter, und andere können Ihnen etwas senden. Das Symbol im Infobereich bringt das Fenster zurück.</translation>
    </message>
    <message>
        <source>Keep desktopxfer running?</source>
        <translation>desktopxfer weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>What you choose holds from now on. The settings can change it.</source>
        <translation>Ihre Wahl gilt von nun an. In den Einstellungen lässt sie sich ändern.</translation>
    </message>
</context>
<context>
    <name>ConflictChoice</name>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Skip identical</source>
        <translation>&amp;Identische überspringen</translation>
    </message>
    <message>
        <source>Ask for &amp;each</source>
        <translation>Einzeln &amp;fragen</translation>
    </message>
    <message>
        <source>Each file that is there is replaced by the one that arrives. Folders are merged, and nothing else in them is touched.</source>
        <translation>Jede vorhandene Datei wird durch die ankommende ersetzt. Ordner werden zusammengeführt, und sonst wird nichts in ihnen verändert.</translation>
    </message>
    <message>
        <source>Files that are there with the same content are not sent again; of the others both are kept. Folders are merged.</source>
        <translation>Dateien, die mit gleichem Inhalt vorhanden sind, werden nicht noch einmal gesendet; von den anderen werden beide behalten. Ordner werden zusammengeführt.</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>&amp;Beide behalten</translation>
    </message>
    <message>
        <source>Remember this for {name}</source>
        <translation>Für {name} merken</translation>
    </message>
    <message>
        <source>What arrives gets another name, with (2) behind it.</source>
        <translation>Was ankommt, erhält einen anderen Namen, mit (2) am Ende.</translation>
    </message>
    <message>
        <source>What is chosen for a file holds if it differs from the one that is there. Folders are merged.</source>
        <translation>Was für eine Datei gewählt ist, gilt, wenn sie sich von der vorhandenen unterscheidet. Ordner werden zusammengeführt.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” and %Ln more are in this folder already.</source>
        <translation>
            <numerusform>„{name}“ und %Ln weiteres Element sind bereits in diesem Ordner.</numerusform>
            <numerusform>„{name}“ und %Ln weitere Elemente sind bereits in diesem Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is in this folder already.</source>
        <translation>„{name}“ ist bereits in diesem Ordner.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) had changed and were sent anew</source>
        <translation>
            <numerusform>%Ln Datei hatte sich geändert und wurde neu gesendet</numerusform>
            <numerusform>%Ln Dateien hatten sich geändert und wurden neu gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Element</numerusform>
            <numerusform>%Ln Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} failed</source>
        <translation>
            <numerusform>%Ln von {total} fehlgeschlagen</numerusform>
            <numerusform>%Ln von {total} fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s) that you have not answered yet are cancelled.</source>
        <translation>
            <numerusform>Ein Angebot, auf das Sie noch nicht geantwortet haben, wird abgebrochen.</numerusform>
            <numerusform>%Ln Angebote, auf die Sie noch nicht geantwortet haben, werden abgebrochen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln übersprungen</numerusform>
            <numerusform>%Ln übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are not finished and can go on when desktopxfer is open again.</source>
        <translation>
            <numerusform>Eine Übertragung ist nicht abgeschlossen und kann weitergehen, wenn desktopxfer wieder geöffnet ist.</numerusform>
            <numerusform>%Ln Übertragungen sind nicht abgeschlossen und können weitergehen, wenn desktopxfer wieder geöffnet ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen %Ln day(s) ago</source>
        <translation>
            <numerusform>Zuletzt gesehen vor %Ln Tag</numerusform>
            <numerusform>Zuletzt gesehen vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{addresses} and %Ln more</source>
        <translation>
            <numerusform>{addresses} und %Ln weitere</numerusform>
            <numerusform>{addresses} und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{first} and %Ln more</source>
        <translation>
            <numerusform>{first} und %Ln weiteres</numerusform>
            <numerusform>{first} und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceAction</name>
    <message>
        <source>Accept automatically into…</source>
        <translation>Automatisch annehmen in…</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blockieren</translation>
    </message>
    <message>
        <source>Copy device id</source>
        <translation>Geräte-ID kopieren</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnose…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Pair…</source>
        <translation>Koppeln…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Ordner senden…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Dateien senden…</translation>
    </message>
    <message>
        <source>Send text…</source>
        <translation>Text senden…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Blockierung aufheben</translation>
    </message>
</context>
<context>
    <name>DeviceControl</name>
    <message>
        <source>Block</source>
        <translation>Blockieren</translation>
    </message>
    <message>
        <source>Block device?</source>
        <translation>Gerät blockieren?</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget device?</source>
        <translation>Gerät vergessen?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Where to save what {name} sends</source>
        <translation>Speicherort für das, was {name} sendet</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more and may ask for nothing. To trust it again, you have to unblock it and to compare codes.</source>
        <translation>{name} gilt dann nicht mehr als vertraut und darf nichts mehr anfragen. Um dem Gerät wieder zu vertrauen, müssen Sie die Blockierung aufheben und die Codes vergleichen.</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more. When it appears again, it will be a new device; to trust it, you have to compare codes.</source>
        <translation>{name} gilt dann nicht mehr als vertraut. Wenn das Gerät wieder auftaucht, ist es ein neues; um ihm zu vertrauen, müssen Sie die Codes vergleichen.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Accept automatically into {folder}</source>
        <translation>Automatisch annehmen in {folder}</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
</context>
<context>
    <name>DeviceModel</name>
    <message>
        <source>Accepted automatically into {folder}</source>
        <translation>Wird automatisch angenommen in {folder}</translation>
    </message>
    <message>
        <source>Not the device you trust</source>
        <translation>Nicht das Gerät, dem Sie vertrauen</translation>
    </message>
    <message>
        <source>calls itself {name}</source>
        <translation>nennt sich {name}</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>No devices found yet</source>
        <translation>Noch keine Geräte gefunden</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, or add its address below.</source>
        <translation>Öffnen Sie desktopxfer auf dem anderen Computer, oder fügen Sie unten seine Adresse hinzu.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>An %Ln Gerät senden</numerusform>
            <numerusform>An %Ln Geräte senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to which devices?</source>
        <translation>An welche Geräte senden?</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose a folder to send</source>
        <translation>Ordner zum Senden auswählen</translation>
    </message>
    <message>
        <source>Choose devices…</source>
        <translation>Geräte auswählen…</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>Dateien zum Senden auswählen</translation>
    </message>
    <message>
        <source>Do not send them</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Drop files or folders on a device, or anywhere to choose one</source>
        <translation>Dateien oder Ordner auf ein Gerät ziehen oder hier ablegen</translation>
    </message>
    <message>
        <source>Drop here to choose the devices</source>
        <translation>Hier ablegen, um die Geräte auszuwählen</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Dateien…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>Text…</translation>
    </message>
    <message>
        <source>Write a text to send</source>
        <translation>Text zum Senden schreiben</translation>
    </message>
    <message>
        <source>{items}: choose a device</source>
        <translation>{items}: Gerät auswählen</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>{name}: can run as a program</source>
        <translation>{name}: kann als Programm laufen</translation>
    </message>
    <message>
        <source>{name}: hidden, can change how programs behave</source>
        <translation>{name}: versteckt, kann das Verhalten von Programmen ändern</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>Write the whole path of the folder, such as {example}.</source>
        <translation>Geben Sie den ganzen Pfad des Ordners an, zum Beispiel {example}.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>Everyone for %Ln minute(s), then trusted devices only</source>
        <translation>
            <numerusform>Eine Minute lang alle, danach nur vertraute Geräte</numerusform>
            <numerusform>%Ln Minuten lang alle, danach nur vertraute Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone nearby can see it and offer files</source>
        <translation>Alle in der Nähe können es sehen und Dateien anbieten</translation>
    </message>
    <message>
        <source>Nobody can see it or offer files</source>
        <translation>Niemand kann es sehen oder Dateien anbieten</translation>
    </message>
    <message>
        <source>Only trusted devices can offer files</source>
        <translation>Nur vertraute Geräte können Dateien anbieten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>This device · {id}</source>
        <translation>Dieses Gerät · {id}</translation>
    </message>
    <message>
        <source>Trusted devices only</source>
        <translation>Nur vertraute Geräte</translation>
    </message>
    <message>
        <source>Visible to everyone</source>
        <translation>Für alle sichtbar</translation>
    </message>
    <message>
        <source>Visible to everyone for {duration}</source>
        <translation>Noch {duration} für alle sichtbar</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>Für niemanden sichtbar</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>All past transfers are forgotten, with the texts that came. The files stay where they are.</source>
        <translation>Alle vergangenen Übertragungen werden vergessen, auch die empfangenen Texte. Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>Verlauf leeren</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>Verlauf leeren?</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Leeren…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>No past transfers</source>
        <translation>Keine vergangenen Übertragungen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Search by name, device or folder</source>
        <translation>Nach Name, Gerät oder Ordner suchen</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>What you send and receive is listed here when it is over.</source>
        <translation>Was Sie senden und empfangen, steht hier, sobald es vorbei ist.</translation>
    </message>
</context>
<context>
    <name>IntegrationField</name>
    <message>
        <source>A file manager that is open may show it only when it is started again.</source>
        <translation>Ein geöffneter Dateimanager zeigt es möglicherweise erst nach einem Neustart an.</translation>
    </message>
    <message>
        <source>Start with the computer, in the background</source>
        <translation>Mit dem Computer starten, im Hintergrund</translation>
    </message>
    <message>
        <source>“Send with desktopxfer” in the file manager</source>
        <translation>„Mit desktopxfer senden“ im Dateimanager</translation>
    </message>
</context>
<context>
    <name>LeftoverList</name>
    <message>
        <source>Discard the part files of {name}</source>
        <translation>Teildateien von {name} verwerfen</translation>
    </message>
    <message>
        <source>Part files of interrupted transfers, kept so that they can go on</source>
        <translation>Teildateien unterbrochener Übertragungen, zum Fortsetzen aufbewahrt</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Drop files or folders on a device to send them. What others send to you appears here and asks you first.</source>
        <translation>Ziehen Sie Dateien oder Ordner auf ein Gerät, um sie zu senden. Was andere Ihnen senden, erscheint hier, und Sie werden erst gefragt.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>If it does not appear, add this one there by its address: {address}</source>
        <translation>Wenn er nicht erscheint, fügen Sie dort diesen hier per Adresse hinzu: {address}</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>Noch keine Geräte</translation>
    </message>
    <message>
        <source>No transfers yet</source>
        <translation>Noch keine Übertragungen</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation>Nichts fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>Nichts unterwegs</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, in the same network.</source>
        <translation>Öffnen Sie desktopxfer auf dem anderen Computer, im selben Netzwerk.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quit desktopxfer?</source>
        <translation>desktopxfer beenden?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Nicht beenden</translation>
    </message>
    <message>
        <source>Takes what has ended off the list; the files stay</source>
        <translation>Nimmt Beendetes aus der Liste; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Antworten…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Neues Gerät</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>In Ordner anzeigen</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Text anzeigen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>{name} hat Ihnen einen Text gesendet</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>{name} möchte Ihnen einen Text senden</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} möchte Ihnen Dateien senden</translation>
    </message>
    <message>
        <source>{title} did not arrive</source>
        <translation>{title} ist nicht angekommen</translation>
    </message>
    <message>
        <source>{title} has arrived</source>
        <translation>{title} ist angekommen</translation>
    </message>
    <message>
        <source>{title} was interrupted</source>
        <translation>{title} wurde unterbrochen</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln Ordner</numerusform>
            <numerusform>%Ln Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the files can run as program(s).</source>
        <translation>
            <numerusform>Eine der Dateien kann als Programm laufen.</numerusform>
            <numerusform>%Ln der Dateien können als Programme laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation>Speicherort auswählen</translation>
    </message>
    <message>
        <source>Not enough space: {wanted} needed, {free} free. Choose another folder, or untick something.</source>
        <translation>Zu wenig Platz: {wanted} nötig, {free} frei. Wählen Sie einen anderen Ordner, oder wählen Sie etwas ab.</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>This folder does not answer. Choose another one.</source>
        <translation>Dieser Ordner antwortet nicht. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Tick what you want to have.</source>
        <translation>Wählen Sie aus, was Sie haben möchten.</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>Was angeboten wird</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln file(s), {size} of {total}</source>
        <translation>
            <numerusform>{count} von %Ln Datei, {size} von {total}</numerusform>
            <numerusform>{count} von %Ln Dateien, {size} von {total}</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free, {after} after this</source>
        <translation>{free} frei, danach {after}</translation>
    </message>
    <message>
        <source>{name} wants to send files</source>
        <translation>{name} möchte Dateien senden</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} möchte Ihnen Dateien senden</translation>
    </message>
</context>
<context>
    <name>OfferQuestion</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Block this device</source>
        <translation>Dieses Gerät blockieren</translation>
    </message>
    <message>
        <source>Both screens show this code. Decline if they differ.</source>
        <translation>Beide Bildschirme zeigen diesen Code. Lehnen Sie ab, wenn sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>Gerät {id}</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Neues Gerät</translation>
    </message>
    <message>
        <source>The codes are the same: trust this device from now on</source>
        <translation>Die Codes sind gleich: diesem Gerät von nun an vertrauen</translation>
    </message>
    <message>
        <source>{name} withdrew this offer.</source>
        <translation>{name} hat dieses Angebot zurückgezogen.</translation>
    </message>
</context>
<context>
    <name>PairingDialog</name>
    <message>
        <source>Block this device</source>
        <translation>Dieses Gerät blockieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Connecting to {name}…</source>
        <translation>Verbindung zu {name} wird hergestellt…</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>Gerät {id}</translation>
    </message>
    <message>
        <source>Do both screens show this code?</source>
        <translation>Zeigen beide Bildschirme diesen Code?</translation>
    </message>
    <message>
        <source>Do both screens show {code}?</source>
        <translation>Zeigen beide Bildschirme {code}?</translation>
    </message>
    <message>
        <source>Look at the other screen, or have its code read out to you. Only if they are the same is nobody between the two devices.</source>
        <translation>Sehen Sie auf den anderen Bildschirm, oder lassen Sie sich dessen Code vorlesen. Nur wenn die Codes gleich sind, ist niemand zwischen den beiden Geräten.</translation>
    </message>
    <message>
        <source>Not paired with {name}</source>
        <translation>Nicht mit {name} gekoppelt</translation>
    </message>
    <message>
        <source>Pair with {name}</source>
        <translation>Mit {name} koppeln</translation>
    </message>
    <message>
        <source>The other screen shows the same code and asks the same question.</source>
        <translation>Der andere Bildschirm zeigt denselben Code und stellt dieselbe Frage.</translation>
    </message>
    <message>
        <source>Then both screens show a code, for the two of you to compare.</source>
        <translation>Danach zeigen beide Bildschirme einen Code, den Sie miteinander vergleichen.</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Sie sind gleich</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Sie sind verschieden</translation>
    </message>
    <message>
        <source>Waiting for {name} to confirm…</source>
        <translation>Warten auf die Bestätigung von {name}…</translation>
    </message>
    <message>
        <source>desktopxfer knows this device from now on, by whatever name it goes, and warns you if another one takes its name.</source>
        <translation>desktopxfer erkennt dieses Gerät von nun an, wie es sich auch nennt, und warnt Sie, wenn ein anderes seinen Namen annimmt.</translation>
    </message>
    <message>
        <source>{name} does not let new devices ask at the moment. Make it visible to everyone there, then pair again.</source>
        <translation>{name} lässt zurzeit keine Anfragen neuer Geräte zu. Machen Sie es dort für alle sichtbar, und koppeln Sie dann erneut.</translation>
    </message>
    <message>
        <source>{name} is trusted now</source>
        <translation>{name} ist jetzt vertraut</translation>
    </message>
    <message>
        <source>{name} wants to pair</source>
        <translation>{name} möchte koppeln</translation>
    </message>
</context>
<context>
    <name>PastAction</name>
    <message>
        <source>Copy what went wrong</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Remove from the history</source>
        <translation>Aus dem Verlauf entfernen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>In Ordner anzeigen</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Text anzeigen</translation>
    </message>
</context>
<context>
    <name>PastList</name>
    <message>
        <source>Past transfers</source>
        <translation>Vergangene Übertragungen</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>PathChooser</name>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Choose a folder to send</source>
        <translation>Ordner zum Senden auswählen</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>Dateien zum Senden auswählen</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It calls itself {name}. Only you see the name that you give it.</source>
        <translation>Es nennt sich {name}. Nur Sie sehen den Namen, den Sie ihm geben.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename device</source>
        <translation>Gerät umbenennen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Language</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>&amp;Speichern in</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>Si&amp;chtbar für</translation>
    </message>
    <message>
        <source>&amp;When closed</source>
        <translation>Beim Sch&amp;ließen</translation>
    </message>
    <message>
        <source>All transfers together. Empty is no limit.</source>
        <translation>Alle Übertragungen zusammen. Leer heißt unbegrenzt.</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy the whole device id</source>
        <translation>Ganze Geräte-ID kopieren</translation>
    </message>
    <message>
        <source>Device id {id}</source>
        <translation>Geräte-ID {id}</translation>
    </message>
    <message>
        <source>Everyone for a while</source>
        <translation>Alle für eine Weile</translation>
    </message>
    <message>
        <source>Everyone for {duration}, then trusted devices only</source>
        <translation>Noch {duration} alle, danach nur vertraute Geräte</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>How long a lost connection is made again by itself. After that, or with 0, a transfer waits until you resume it.</source>
        <translation>Wie lange eine verlorene Verbindung von selbst neu aufgebaut wird. Danach, oder bei 0, wartet eine Übertragung, bis Sie sie fortsetzen.</translation>
    </message>
    <message>
        <source>In MB/s. Empty is no limit.</source>
        <translation>In MB/s. Leer heißt unbegrenzt.</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Limit the speed to {slowest} MB/s or more, or leave it empty.</source>
        <translation>Begrenzen Sie die Geschwindigkeit auf mindestens {slowest}&#xa0;MB/s, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>MB/s, &amp;receive at most</source>
        <translation>MB/s, empfan&amp;gen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Not&amp;ifications</source>
        <translation>&amp;Benachrichtigungen</translation>
    </message>
    <message>
        <source>Of offers, and of what has arrived or failed while you look elsewhere.</source>
        <translation>Über Angebote und über das, was ankommt oder fehlschlägt, während Sie anderes tun.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Receive at most</source>
        <translation>Maximal empfangen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Send at &amp;most</source>
        <translation>Ma&amp;ximal senden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Benachrichtigungen anzeigen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Try a&amp;gain for</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>Try again for %Ln minute(s) at most.</source>
        <translation>
            <numerusform>Höchstens eine Minute lang erneut versuchen.</numerusform>
            <numerusform>Höchstens %Ln Minuten lang erneut versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What others see.</source>
        <translation>Was andere sehen.</translation>
    </message>
    <message>
        <source>What the window&apos;s close button does. Where there is no tray, it quits.</source>
        <translation>Was der Knopf zum Schließen des Fensters tut. Wo es keinen Infobereich gibt, beendet er das Programm.</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>Wohin Dateien kommen, wenn Sie beim Annehmen keinen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked first, unless you accept automatically what a trusted device sends.</source>
        <translation>Wer Dateien anbieten darf. Sie werden erst gefragt, außer wenn Sie automatisch annehmen, was ein vertrautes Gerät sendet.</translation>
    </message>
    <message>
        <source>Write a port from 0 to 65535.</source>
        <translation>Geben Sie einen Port von 0 bis 65535 an.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten lang</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>{port} is the usual one, 0 takes any free one. Others find this device with any port, but who types its address has to add it, as in 192.168.1.20:{other}.</source>
        <translation>{port} ist der übliche, 0 nimmt irgendeinen freien. Andere finden dieses Gerät mit jedem Port; wer seine Adresse eintippt, muss ihn aber anhängen, wie in 192.168.1.20:{other}.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Copy the addresses</source>
        <translation>Adressen kopieren</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Finds out why devices do not find or reach each other</source>
        <translation>Findet heraus, warum Geräte einander nicht finden oder erreichen</translation>
    </message>
    <message>
        <source>Reachable at {addresses}</source>
        <translation>Erreichbar unter {addresses}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>This computer is not in a network. Connect it to one.</source>
        <translation>Dieser Computer ist in keinem Netzwerk. Verbinden Sie ihn mit einem.</translation>
    </message>
</context>
<context>
    <name>TakenModel</name>
    <message>
        <source>Choose this for all</source>
        <translation>Für alle wählen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>{choice}: chosen</source>
        <translation>{choice}: gewählt</translation>
    </message>
    <message>
        <source>{name}: {choice}</source>
        <translation>{name}: {choice}</translation>
    </message>
</context>
<context>
    <name>TakenView</name>
    <message>
        <source>Files that are there already</source>
        <translation>Bereits vorhandene Dateien</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Longer than 1 MiB. Save it as a file and send that.</source>
        <translation>Länger als 1&#xa0;MiB. Speichern Sie ihn als Datei, und senden Sie diese.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send text</source>
        <translation>Text senden</translation>
    </message>
    <message>
        <source>Send text to {name}</source>
        <translation>Text an {name} senden</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Senden…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Text zum Senden</translation>
    </message>
    <message>
        <source>Write or paste a text or a link</source>
        <translation>Text oder Link schreiben oder einfügen</translation>
    </message>
</context>
<context>
    <name>TextOffer</name>
    <message>
        <source>A text of {size}. You see it when you have accepted it.</source>
        <translation>Ein Text, {size} groß. Sie sehen ihn, sobald Sie ihn angenommen haben.</translation>
    </message>
    <message>
        <source>{name} wants to send a text</source>
        <translation>{name} möchte einen Text senden</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>{name} möchte Ihnen einen Text senden</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Characters that hide something or steer a program are shown, and copied, as �. A saved file has them as they came.</source>
        <translation>Zeichen, die etwas verbergen oder ein Programm steuern, werden als � angezeigt und kopiert. Eine gespeicherte Datei enthält sie so, wie sie ankamen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Only the first {count} lines are shown. Copy and save take all.</source>
        <translation>Nur die ersten {count} Zeilen werden angezeigt. Kopieren und Speichern umfassen alle.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save text as</source>
        <translation>Text speichern unter</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text from {name}</source>
        <translation>Text von {name}</translation>
    </message>
    <message>
        <source>kept for a week</source>
        <translation>wird eine Woche aufbewahrt</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>{name} hat Ihnen einen Text gesendet</translation>
    </message>
</context>
<context>
    <name>TransferControl</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard transfer?</source>
        <translation>Übertragung verwerfen?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The unfinished part files of “{name}” are removed, and it cannot go on. Of {size} that have arrived, files that are complete already stay where they are.</source>
        <translation>Die unvollständigen Teildateien von „{name}“ werden entfernt, und die Übertragung kann nicht weitergehen. Von den {size}, die angekommen sind, bleiben bereits vollständige Dateien, wo sie sind.</translation>
    </message>
    <message>
        <source>“{name}” will not go on. What has arrived at {peer} is not kept for it any more; your own files stay as they are.</source>
        <translation>„{name}“ geht nicht weiter. Was bei {peer} angekommen ist, wird dafür nicht mehr aufbewahrt; Ihre eigenen Dateien bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>TransferFiles</name>
    <message numerus="yes">
        <source>%Ln more were skipped.</source>
        <translation>
            <numerusform>%Ln weiteres wurde übersprungen.</numerusform>
            <numerusform>%Ln weitere wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Files of the transfer</source>
        <translation>Dateien der Übertragung</translation>
    </message>
    <message>
        <source>Hide the files</source>
        <translation>Dateien ausblenden</translation>
    </message>
    <message>
        <source>Only failed</source>
        <translation>Nur Fehlgeschlagene</translation>
    </message>
</context>
<context>
    <name>TransferList</name>
    <message>
        <source>Hide the files</source>
        <translation>Dateien ausblenden</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%Ln offer(s) wait for your answer</source>
        <translation>
            <numerusform>%Ln Angebot wartet auf Ihre Antwort</numerusform>
            <numerusform>%Ln Angebote warten auf Ihre Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln Übertragung</numerusform>
            <numerusform>%Ln Übertragungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open desktopxfer</source>
        <translation>desktopxfer öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Receiving from {name}</source>
        <translation>Empfang von {name}</translation>
    </message>
    <message>
        <source>Sending to {name}</source>
        <translation>Senden an {name}</translation>
    </message>
    <message>
        <source>Who may send to me</source>
        <translation>Wer mir senden darf</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} möchte Ihnen Dateien senden</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>TrustMark</name>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Impostor</source>
        <translation>Fälschung</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Vertraut</translation>
    </message>
</context>
<context>
    <name>VisibilityField</name>
    <message>
        <source>&amp;Everyone nearby</source>
        <translation>&amp;Alle in der Nähe</translation>
    </message>
    <message>
        <source>&amp;Trusted devices only</source>
        <translation>Nur &amp;vertraute Geräte</translation>
    </message>
    <message>
        <source>N&amp;obody</source>
        <translation>N&amp;iemanden</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>&amp;Speichern in</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>Si&amp;chtbar für</translation>
    </message>
    <message>
        <source>All of this is in the settings too.</source>
        <translation>All das steht auch in den Einstellungen.</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Drop files on a computer in the list, and they go there. It has to run desktopxfer too, in the same network.</source>
        <translation>Ziehen Sie Dateien auf einen Computer in der Liste, und sie gehen dorthin. Auch dort muss desktopxfer laufen, im selben Netzwerk.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to desktopxfer</source>
        <translation>Willkommen bei desktopxfer</translation>
    </message>
    <message>
        <source>What the people around you see. Choose one that they recognise.</source>
        <translation>Was die Menschen um Sie herum sehen. Wählen Sie einen, den sie wiedererkennen.</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>Wohin Dateien kommen, wenn Sie beim Annehmen keinen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked each time before anything is saved.</source>
        <translation>Wer Dateien anbieten darf. Sie werden jedes Mal gefragt, bevor etwas gespeichert wird.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A different device answers at the address of {subject}, so nothing was sent. If it was reinstalled, remove it from the list and add it again.</source>
        <extracomment>WrongDevice</extracomment>
        <translation>Unter der Adresse von {subject} antwortet ein anderes Gerät, darum wurde nichts gesendet. Wenn es neu installiert wurde, entfernen Sie es aus der Liste und fügen Sie es wieder hinzu.</translation>
    </message>
    <message>
        <source>A file of the profile was damaged ({detail}) and was set aside as {subject}. desktopxfer goes on without it.</source>
        <extracomment>DamagedFile</extracomment>
        <translation>Eine Datei des Profils war beschädigt ({detail}) und wurde als {subject} beiseitegelegt. desktopxfer macht ohne sie weiter.</translation>
    </message>
    <message>
        <source>A text may have 1 MiB at most. Save it as a file and send that.</source>
        <extracomment>TextTooLong</extracomment>
        <translation>Ein Text darf höchstens 1&#xa0;MiB groß sein. Speichern Sie ihn als Datei, und senden Sie diese.</translation>
    </message>
    <message>
        <source>A window cannot open: the system lacks {subject}. {detail}</source>
        <extracomment>ScreenLibrariesMissing</extracomment>
        <translation>Es kann kein Fenster geöffnet werden: Dem System fehlt {subject}. {detail}</translation>
    </message>
    <message>
        <source>A window of desktopxfer is open with the profile {subject}, and does not answer. Wait until it has closed, or end it, then try again.</source>
        <extracomment>WindowSilent</extracomment>
        <translation>Ein Fenster von desktopxfer ist mit dem Profil {subject} geöffnet und antwortet nicht. Warten Sie, bis es geschlossen ist, oder beenden Sie es, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <extracomment>Cancelled</extracomment>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>More than one device is called {subject}. Give its device id instead: {detail}.</source>
        <extracomment>AmbiguousDevice</extracomment>
        <translation>Mehrere Geräte heißen {subject}. Geben Sie stattdessen die Geräte-ID an: {detail}.</translation>
    </message>
    <message>
        <source>No computer called {subject} was found. Check the spelling, or use its address.</source>
        <extracomment>UnknownHost</extracomment>
        <translation>Es wurde kein Computer namens {subject} gefunden. Prüfen Sie die Schreibweise, oder verwenden Sie seine Adresse.</translation>
    </message>
    <message>
        <source>No device called {subject} was found. Open desktopxfer there, or give its address instead.</source>
        <extracomment>DeviceNotFound</extracomment>
        <translation>Es wurde kein Gerät namens {subject} gefunden. Öffnen Sie dort desktopxfer, oder geben Sie stattdessen seine Adresse an.</translation>
    </message>
    <message>
        <source>No known device has the name or id {subject}. See the devices and their ids with: desktopxfer devices.</source>
        <extracomment>UnknownDevice</extracomment>
        <translation>Kein bekanntes Gerät hat den Namen oder die ID {subject}. Die Geräte und ihre IDs zeigt: desktopxfer devices.</translation>
    </message>
    <message>
        <source>No transfer has the id {subject}. See them and their ids with: desktopxfer history.</source>
        <extracomment>NoSuchTransfer</extracomment>
        <translation>Keine Übertragung hat die ID {subject}. Die Übertragungen und ihre IDs zeigt: desktopxfer history.</translation>
    </message>
    <message>
        <source>Nobody answered at {subject}. Ask the person there, then try again.</source>
        <extracomment>NoAnswer</extracomment>
        <translation>Bei {subject} hat niemand geantwortet. Fragen Sie dort nach, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Nobody here answered in time, so what {subject} offered was declined. Ask for it to be sent again.</source>
        <extracomment>Unanswered</extracomment>
        <translation>Hier hat niemand rechtzeitig geantwortet, darum wurde das Angebot von {subject} abgelehnt. Bitten Sie darum, es noch einmal zu senden.</translation>
    </message>
    <message>
        <source>None of the file managers that desktopxfer can be added to is installed here. These are Nautilus, Dolphin, Nemo, Caja and Thunar.</source>
        <extracomment>NoFileManager</extracomment>
        <translation>Keiner der Dateimanager, in die sich desktopxfer einfügen lässt, ist hier installiert. Das sind Nautilus, Dolphin, Nemo, Caja und Thunar.</translation>
    </message>
    <message>
        <source>Nothing answers at {subject}. Open desktopxfer there, or check address and port.</source>
        <extracomment>Refused</extracomment>
        <translation>Unter {subject} antwortet nichts. Öffnen Sie dort desktopxfer, oder prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>Paused. Resume it when you like: what has arrived is kept and not sent again.</source>
        <extracomment>Paused</extracomment>
        <translation>Pausiert. Setzen Sie die Übertragung fort, wann Sie möchten: Was angekommen ist, bleibt erhalten und wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Something went wrong: {detail}</source>
        <extracomment>DesktopxferError</extracomment>
        <translation>Etwas ist schiefgegangen: {detail}</translation>
    </message>
    <message>
        <source>That is too much for one transfer ({detail}). Send it in parts.</source>
        <extracomment>TooManyEntries</extracomment>
        <translation>Das ist zu viel für eine Übertragung ({detail}). Senden Sie es in Teilen.</translation>
    </message>
    <message>
        <source>The codes were not the same on both screens, so {subject} is not trusted. Somebody may sit between the two devices: try again in another network before you send anything.</source>
        <extracomment>CodesDiffer</extracomment>
        <translation>Die Codes waren nicht auf beiden Bildschirmen gleich, darum gilt {subject} nicht als vertraut. Es könnte jemand zwischen den beiden Geräten sitzen: Versuchen Sie es in einem anderen Netzwerk erneut, bevor Sie etwas senden.</translation>
    </message>
    <message>
        <source>The connection to {subject} was lost before the end. Check the network, then try again from the computer that began.</source>
        <extracomment>ConnectionLost</extracomment>
        <translation>Die Verbindung zu {subject} ging vor dem Ende verloren. Prüfen Sie das Netzwerk, und versuchen Sie es dann erneut von dem Computer aus, der angefangen hat.</translation>
    </message>
    <message>
        <source>The disk is full: {subject} was not saved. Make room, then resume the transfer.</source>
        <extracomment>DiskFull</extracomment>
        <translation>Der Datenträger ist voll: {subject} wurde nicht gespeichert. Schaffen Sie Platz, und setzen Sie dann die Übertragung fort.</translation>
    </message>
    <message>
        <source>The file {subject}, which holds the actions of a file manager, is damaged ({detail}) and was left as it is. Mend or remove it, then try again.</source>
        <extracomment>DamagedActions</extracomment>
        <translation>Die Datei {subject} mit den Aktionen eines Dateimanagers ist beschädigt ({detail}) und wurde so gelassen, wie sie ist. Reparieren oder entfernen Sie sie, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The file {subject}, which proves who this device is, is damaged ({detail}). Restore it from a backup; or remove it to start as a new device that others have to meet again.</source>
        <extracomment>DamagedIdentity</extracomment>
        <translation>Die Datei {subject}, mit der sich dieses Gerät ausweist, ist beschädigt ({detail}). Stellen Sie sie aus einer Sicherung wieder her; oder entfernen Sie sie, um als neues Gerät zu beginnen, das andere erst wieder kennenlernen müssen.</translation>
    </message>
    <message>
        <source>The folder {subject} cannot be used ({detail}). Choose another folder.</source>
        <extracomment>FolderUnusable</extracomment>
        <translation>Der Ordner {subject} kann nicht verwendet werden ({detail}). Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder {subject} is not there. Choose another folder.</source>
        <extracomment>FolderMissing</extracomment>
        <translation>Der Ordner {subject} ist nicht vorhanden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The ids of several transfers begin with {subject}. Give more of it: {detail}.</source>
        <extracomment>AmbiguousTransfer</extracomment>
        <translation>Die IDs mehrerer Übertragungen beginnen mit {subject}. Geben Sie mehr davon an: {detail}.</translation>
    </message>
    <message>
        <source>The list of files of a transfer is damaged ({detail}). It cannot be resumed.</source>
        <extracomment>DamagedList</extracomment>
        <translation>Die Dateiliste einer Übertragung ist beschädigt ({detail}). Die Übertragung kann nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program, so this device listens at port {detail}. Others find it all the same; only typed addresses need the new number.</source>
        <extracomment>PortReplaced</extracomment>
        <translation>Der Port {subject} wird von einem anderen Programm benutzt, darum ist dieses Gerät an Port {detail} erreichbar. Andere finden es trotzdem; nur eingetippte Adressen brauchen die neue Nummer.</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program. Choose another port, or 0 for any.</source>
        <extracomment>PortTaken</extracomment>
        <translation>Der Port {subject} wird von einem anderen Programm benutzt. Wählen Sie einen anderen Port, oder 0 für irgendeinen.</translation>
    </message>
    <message>
        <source>The profile {subject} cannot be used ({detail}). Choose another with --profile.</source>
        <extracomment>ProfileUnusable</extracomment>
        <translation>Das Profil {subject} kann nicht verwendet werden ({detail}). Wählen Sie ein anderes mit --profile.</translation>
    </message>
    <message>
        <source>The program was closed. Resume to go on where it stopped.</source>
        <extracomment>Stopped</extracomment>
        <translation>Das Programm wurde beendet. Setzen Sie die Übertragung fort, um dort weiterzumachen, wo sie aufgehört hat.</translation>
    </message>
    <message>
        <source>The screen {subject} cannot be used: nothing answers there, or this user may not use it. Check DISPLAY and XAUTHORITY.</source>
        <extracomment>ScreenUnreachable</extracomment>
        <translation>Der Bildschirm {subject} kann nicht verwendet werden: Dort antwortet nichts, oder dieser Benutzer darf ihn nicht verwenden. Prüfen Sie DISPLAY und XAUTHORITY.</translation>
    </message>
    <message>
        <source>There are no files, no picture and no text on the clipboard.</source>
        <extracomment>NothingToPaste</extracomment>
        <translation>In der Zwischenablage sind weder Dateien noch ein Bild oder Text.</translation>
    </message>
    <message>
        <source>There is no file or folder {subject}.</source>
        <extracomment>PathMissing</extracomment>
        <translation>Es gibt keine Datei und keinen Ordner {subject}.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Without one there is the command line: {detail} --help.</source>
        <extracomment>NoScreen</extracomment>
        <translation>Es gibt keinen Bildschirm für ein Fenster: Weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt. Ohne Bildschirm gibt es die Befehlszeile: {detail} --help.</translation>
    </message>
    <message>
        <source>There is nothing to send: {subject}.</source>
        <extracomment>NothingToSend</extracomment>
        <translation>Es gibt nichts zu senden: {subject}.</translation>
    </message>
    <message>
        <source>This computer cannot listen at {subject} ({detail}). Choose one of its own IP addresses, or 0.0.0.0 for all of them, and a port from 1024 on.</source>
        <extracomment>CannotListen</extracomment>
        <translation>Dieser Computer kann an {subject} keine Verbindungen annehmen ({detail}). Wählen Sie eine seiner eigenen IP-Adressen oder 0.0.0.0 für alle, und einen Port ab 1024.</translation>
    </message>
    <message>
        <source>This computer cannot look for other devices ({detail}). Check its network, or give the address of the other device instead.</source>
        <extracomment>CannotDiscover</extracomment>
        <translation>Dieser Computer kann nicht nach anderen Geräten suchen ({detail}). Prüfen Sie sein Netzwerk, oder geben Sie stattdessen die Adresse des anderen Geräts an.</translation>
    </message>
    <message>
        <source>This computer lets desktopxfer open no further connection ({detail}). Wait until a transfer has ended, then try again.</source>
        <extracomment>OutOfDescriptors</extracomment>
        <translation>Dieser Computer lässt desktopxfer keine weitere Verbindung öffnen ({detail}). Warten Sie, bis eine Übertragung beendet ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>This text is not kept any more. Ask for it to be sent again.</source>
        <extracomment>TextGone</extracomment>
        <translation>Dieser Text wird nicht mehr aufbewahrt. Bitten Sie darum, ihn noch einmal zu senden.</translation>
    </message>
    <message>
        <source>WARNING: what calls itself {subject} is not the device you trust: it shows another certificate, so nothing was sent or accepted. If {subject} was reinstalled, forget it in the list of devices and pair again; otherwise somebody may be posing as it.</source>
        <extracomment>IdentityChanged</extracomment>
        <translation>WARNUNG: Was sich {subject} nennt, ist nicht das Gerät, dem Sie vertrauen: Es zeigt ein anderes Zertifikat, darum wurde nichts gesendet oder angenommen. Wenn {subject} neu installiert wurde, vergessen Sie es in der Geräteliste und koppeln Sie erneut; andernfalls gibt sich möglicherweise jemand dafür aus.</translation>
    </message>
    <message>
        <source>the other device</source>
        <translation>das andere Gerät</translation>
    </message>
    <message>
        <source>{subject} answers, but it is not desktopxfer: another program uses that port. Check the address and port.</source>
        <extracomment>NotDesktopxfer</extracomment>
        <translation>{subject} antwortet, ist aber nicht desktopxfer: Ein anderes Programm benutzt diesen Port. Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>{subject} arrived damaged and was thrown away. Resume the transfer: only what failed is sent again.</source>
        <extracomment>Damaged</extracomment>
        <translation>{subject} kam beschädigt an und wurde verworfen. Setzen Sie die Übertragung fort: Nur Fehlgeschlagenes wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>{subject} cancelled.</source>
        <extracomment>CancelledThere</extracomment>
        <translation>{subject} hat abgebrochen.</translation>
    </message>
    <message>
        <source>{subject} cannot be reached. Check that it is on, that it is in the same network and that desktopxfer is open there.</source>
        <extracomment>Unreachable</extracomment>
        <translation>{subject} ist nicht erreichbar. Prüfen Sie, ob das Gerät eingeschaltet und im selben Netzwerk ist und ob desktopxfer dort geöffnet ist.</translation>
    </message>
    <message>
        <source>{subject} cannot be read. Check its permissions.</source>
        <extracomment>Unreadable</extracomment>
        <translation>{subject} kann nicht gelesen werden. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{subject} cannot be written to. Choose another folder.</source>
        <extracomment>ReadOnlyFolder</extracomment>
        <translation>In {subject} kann nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{subject} changed while it was being sent. Resume the transfer when nothing writes to it: only what failed is sent again.</source>
        <extracomment>ChangedWhileSending</extracomment>
        <translation>{subject} hat sich während des Sendens geändert. Setzen Sie die Übertragung fort, wenn nichts mehr hineinschreibt: Nur Fehlgeschlagenes wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>{subject} could not be changed ({detail}), so this computer is not set up as you wanted. Check the permissions, then try again.</source>
        <extracomment>CannotSetUp</extracomment>
        <translation>{subject} konnte nicht geändert werden ({detail}), darum ist dieser Computer nicht so eingerichtet, wie Sie es wollten. Prüfen Sie die Zugriffsrechte, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>{subject} could not be saved: the disk reported a fault ({detail}).</source>
        <extracomment>DiskFailed</extracomment>
        <translation>{subject} konnte nicht gespeichert werden: Der Datenträger hat einen Fehler gemeldet ({detail}).</translation>
    </message>
    <message>
        <source>{subject} could not go on. Look at its screen for the reason.</source>
        <extracomment>FailedThere</extracomment>
        <translation>{subject} konnte nicht weitermachen. Den Grund sehen Sie auf dem Bildschirm dort.</translation>
    </message>
    <message>
        <source>{subject} could not save the files: its folder or disk cannot be written to.</source>
        <extracomment>CannotSave</extracomment>
        <translation>{subject} konnte die Dateien nicht speichern: Dort kann in den Ordner oder auf den Datenträger nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{subject} declined.</source>
        <extracomment>Declined</extracomment>
        <translation>{subject} hat abgelehnt.</translation>
    </message>
    <message>
        <source>{subject} did not arrive. Look at the other screen for the reason.</source>
        <extracomment>EntryFailed</extracomment>
        <translation>{subject} ist nicht angekommen. Den Grund sehen Sie auf dem anderen Bildschirm.</translation>
    </message>
    <message>
        <source>{subject} does not accept files at the moment.</source>
        <extracomment>NotReceiving</extracomment>
        <translation>{subject} nimmt zurzeit keine Dateien an.</translation>
    </message>
    <message>
        <source>{subject} does not have this transfer any more, so it cannot go on. It has to be sent again from the start.</source>
        <extracomment>UnknownTransfer</extracomment>
        <translation>{subject} hat diese Übertragung nicht mehr, darum kann sie nicht weitergehen. Es muss alles von Anfang an neu gesendet werden.</translation>
    </message>
    <message>
        <source>{subject} has not enough free space for this.</source>
        <extracomment>NotEnoughSpace</extracomment>
        <translation>{subject} hat dafür nicht genug freien Platz.</translation>
    </message>
    <message>
        <source>{subject} has not paused: the program that runs it does not answer. Try again in a moment.</source>
        <extracomment>NotPaused</extracomment>
        <translation>{subject} wurde nicht pausiert: Das Programm, das die Übertragung ausführt, antwortet nicht. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{subject} is a device or a pipe, not a file, and was skipped.</source>
        <extracomment>NotAFile</extracomment>
        <translation>{subject} ist ein Gerät oder eine Pipe und keine Datei und wurde übersprungen.</translation>
    </message>
    <message>
        <source>{subject} is a link and was skipped. Send what it points to instead.</source>
        <extracomment>LinkSkipped</extracomment>
        <translation>{subject} ist eine Verknüpfung und wurde übersprungen. Senden Sie stattdessen das, worauf sie zeigt.</translation>
    </message>
    <message>
        <source>{subject} is already on its way, perhaps in another window of desktopxfer.</source>
        <extracomment>AlreadyRunning</extracomment>
        <translation>{subject} ist bereits unterwegs, vielleicht in einem anderen Fenster von desktopxfer.</translation>
    </message>
    <message>
        <source>{subject} is blocked on this computer. Unblock it in the list of devices first.</source>
        <extracomment>DeviceBlocked</extracomment>
        <translation>{subject} ist auf diesem Computer blockiert. Heben Sie zuerst die Blockierung in der Geräteliste auf.</translation>
    </message>
    <message>
        <source>{subject} is busy with too many transfers. Try again in a moment.</source>
        <extracomment>TooManyConnections</extracomment>
        <translation>{subject} ist mit zu vielen Übertragungen beschäftigt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{subject} is no longer there.</source>
        <extracomment>Vanished</extracomment>
        <translation>{subject} ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>{subject} is not a device that you trust, and only for those anything can wait. Pair with it first, or send when it is there.</source>
        <extracomment>NotTrusted</extracomment>
        <translation>{subject} ist kein Gerät, dem Sie vertrauen, und nur für solche kann etwas warten. Koppeln Sie es zuerst, oder senden Sie, wenn es da ist.</translation>
    </message>
    <message>
        <source>{subject} is not an address. Write a name or address, with a port if it is not the usual one, like desk-pc, 192.168.1.20:26710 or [fe80::1%eth0]:26710.</source>
        <extracomment>BadAddress</extracomment>
        <translation>{subject} ist keine Adresse. Geben Sie einen Namen oder eine Adresse an, mit Port, wenn es nicht der übliche ist, wie desk-pc, 192.168.1.20:26710 oder [fe80::1%eth0]:26710.</translation>
    </message>
    <message>
        <source>{subject} is not on its way at the moment, so there is nothing to pause.</source>
        <extracomment>NotRunning</extracomment>
        <translation>{subject} ist zurzeit nicht unterwegs, darum gibt es nichts zu pausieren.</translation>
    </message>
    <message>
        <source>{subject} is not valid text (UTF-8). Send it as a file.</source>
        <extracomment>NotText</extracomment>
        <translation>{subject} ist kein gültiger Text (UTF-8). Senden Sie es als Datei.</translation>
    </message>
    <message>
        <source>{subject} is over: nothing is left of it to resume or to discard.</source>
        <extracomment>TransferOver</extracomment>
        <translation>{subject} ist vorbei: Davon ist nichts mehr da, was sich fortsetzen oder verwerfen ließe.</translation>
    </message>
    <message>
        <source>{subject} is this very device. Choose another one.</source>
        <extracomment>ConnectionToSelf</extracomment>
        <translation>{subject} ist dieses Gerät selbst. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>{subject} lies too deep in folders within folders and was skipped. Send it alone.</source>
        <extracomment>TooDeep</extracomment>
        <translation>{subject} liegt in zu vielen verschachtelten Ordnern und wurde übersprungen. Senden Sie es einzeln.</translation>
    </message>
    <message>
        <source>{subject} paused this transfer. Resume it here or there: what has arrived is kept and not sent again.</source>
        <extracomment>PausedThere</extracomment>
        <translation>{subject} hat diese Übertragung pausiert. Setzen Sie sie hier oder dort fort: Was angekommen ist, bleibt erhalten und wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>{subject} refused, because the name of a file or folder could do harm there.</source>
        <extracomment>NamesRefused</extracomment>
        <translation>{subject} hat es zurückgewiesen, weil der Name einer Datei oder eines Ordners dort Schaden anrichten könnte.</translation>
    </message>
    <message>
        <source>{subject} sent something that desktopxfer does not understand ({detail}), so the transfer was stopped.</source>
        <extracomment>ProtocolViolation</extracomment>
        <translation>{subject} hat etwas gesendet, das desktopxfer nicht versteht ({detail}), darum wurde die Übertragung angehalten.</translation>
    </message>
    <message>
        <source>{subject} shows a certificate that is not acceptable ({detail}). Nothing was sent.</source>
        <extracomment>BadCertificate</extracomment>
        <translation>{subject} zeigt ein Zertifikat, das nicht akzeptiert werden kann ({detail}). Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{subject} stopped answering. Check that it is awake and connected, then try again from the computer that began.</source>
        <extracomment>TimedOut</extracomment>
        <translation>{subject} antwortet nicht mehr. Prüfen Sie, ob das Gerät wach und verbunden ist, und versuchen Sie es dann erneut von dem Computer aus, der angefangen hat.</translation>
    </message>
    <message>
        <source>{subject} uses a newer version of desktopxfer. Update desktopxfer on this computer.</source>
        <extracomment>UpdateHere</extracomment>
        <translation>{subject} verwendet eine neuere Version von desktopxfer. Aktualisieren Sie desktopxfer auf diesem Computer.</translation>
    </message>
    <message>
        <source>{subject} uses an older version of desktopxfer. Update desktopxfer there.</source>
        <extracomment>UpdateThere</extracomment>
        <translation>{subject} verwendet eine ältere Version von desktopxfer. Aktualisieren Sie desktopxfer dort.</translation>
    </message>
    <message>
        <source>{subject} was made by somebody else, so desktopxfer left it as it is. Move it away, then try again.</source>
        <extracomment>ForeignFile</extracomment>
        <translation>{subject} wurde von jemand anderem angelegt, darum hat desktopxfer es so gelassen, wie es ist. Verschieben Sie es, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>{subject} was refused, because the name of a file or folder could do harm.</source>
        <extracomment>UnsafeName</extracomment>
        <translation>{subject} wurde zurückgewiesen, weil der Name einer Datei oder eines Ordners Schaden anrichten könnte.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A VPN ({interface}) takes all that leaves this computer, beside the local network ({local}).</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>Ein VPN ({interface}) nimmt alles, was diesen Computer verlässt, am lokalen Netzwerk ({local}) vorbei.</translation>
    </message>
    <message>
        <source>A firewall is on, on this computer ({firewall}).</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>Auf diesem Computer ist eine Firewall eingeschaltet ({firewall}).</translation>
    </message>
    <message>
        <source>A firewall or a security program on this computer forbids it. Let UDP port 5353 out, or add the other device by its address.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>Eine Firewall oder ein Sicherheitsprogramm auf diesem Computer verbietet es. Geben Sie UDP-Port 5353 ausgehend frei, oder fügen Sie das andere Gerät per Adresse hinzu.</translation>
    </message>
    <message>
        <source>A router or a VPN between the two gives several computers one address. This computer can send to {name}, but not the other way round. Connect both to the same network.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>Ein Router oder ein VPN zwischen den beiden gibt mehreren Computern dieselbe Adresse. Dieser Computer kann an {name} senden, aber nicht umgekehrt. Verbinden Sie beide mit demselben Netzwerk.</translation>
    </message>
    <message>
        <source>An administrator can see it with.</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>Mit Administratorrechten zeigt es dieser Befehl.</translation>
    </message>
    <message>
        <source>Another program may keep UDP port 5353 for itself. End it, or add the other device by its address.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>Vielleicht behält ein anderes Programm UDP-Port 5353 für sich. Beenden Sie es, oder fügen Sie das andere Gerät per Adresse hinzu.</translation>
    </message>
    <message>
        <source>Check again in a minute.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>Prüfen Sie in einer Minute erneut.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>Prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Check that {name} is on and awake, in the same network, and that a firewall there does not drop what comes to TCP port {port}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>Prüfen Sie, ob {name} eingeschaltet, wach und im selben Netzwerk ist und ob dort eine Firewall verwirft, was an TCP-Port {port} ankommt.</translation>
    </message>
    <message>
        <source>Choose another address to listen at, or none for all of them.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>Wählen Sie dafür eine andere Adresse, oder keine, damit alle gelten.</translation>
    </message>
    <message>
        <source>Computers on the same cable may find each other all the same. If it should be in a network, connect it anew, or start the router again: it gives out addresses.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>Computer am selben Kabel finden einander vielleicht trotzdem. Wenn sie in einem Netzwerk sein soll, verbinden Sie sie neu, oder starten Sie den Router neu: Er vergibt die Adressen.</translation>
    </message>
    <message>
        <source>Connect it anew. If that does not help, start the router again: it gives out addresses.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>Verbinden Sie sie neu. Wenn das nicht hilft, starten Sie den Router neu: Er vergibt die Adressen.</translation>
    </message>
    <message>
        <source>If others cannot reach this computer, let TCP port {port} in.</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>Wenn andere diesen Computer nicht erreichen, geben Sie TCP-Port {port} eingehend frei.</translation>
    </message>
    <message>
        <source>It may be visible to nobody; or a firewall there drops UDP port 5353, or the network between. Its address is enough to send to it.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>Vielleicht ist es für niemanden sichtbar; oder eine Firewall dort oder das Netzwerk dazwischen verwirft UDP-Port 5353. Um ihm etwas zu senden, genügt seine Adresse.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in, or add the other device by its address.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>Geben Sie UDP-Port 5353 eingehend frei, oder fügen Sie das andere Gerät per Adresse hinzu.</translation>
    </message>
    <message>
        <source>Many VPNs keep the local network out. If a device is not found or not reached, switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>Viele VPNs sperren das lokale Netzwerk aus. Wenn ein Gerät nicht gefunden oder nicht erreicht wird, schalten Sie das VPN aus, oder erlauben Sie in dessen Einstellungen das lokale Netzwerk.</translation>
    </message>
    <message>
        <source>No firewall on this computer stands in the way ({firewall}).</source>
        <extracomment>FIREWALL_OFF</extracomment>
        <translation>Auf diesem Computer steht keine Firewall im Weg ({firewall}).</translation>
    </message>
    <message>
        <source>No firewall program that desktopxfer knows is on this computer.</source>
        <extracomment>FIREWALL_UNKNOWN</extracomment>
        <translation>Auf diesem Computer ist keine Firewall, die desktopxfer kennt.</translation>
    </message>
    <message>
        <source>No other computer can send to this one. {error}</source>
        <extracomment>NOT_LISTENING</extracomment>
        <translation>Kein anderer Computer kann an diesen senden. {error}</translation>
    </message>
    <message>
        <source>Nothing answers at {address}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>Unter {address} antwortet nichts.</translation>
    </message>
    <message>
        <source>On that computer, let TCP port {port} in. Where ufw is the firewall.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>Geben Sie auf dem anderen Computer TCP-Port {port} eingehend frei. Wenn ufw die Firewall ist, mit diesem Befehl.</translation>
    </message>
    <message>
        <source>On this computer, let TCP port {port} in.</source>
        <extracomment>BLOCKED_HERE
----------
REFUSED_HERE</extracomment>
        <translation>Geben Sie auf diesem Computer TCP-Port {port} eingehend frei.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) cannot be heard: {detail}.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>Über {interface} sind keine Ankündigungen (mDNS) zu hören: {detail}.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, and other computers are heard.</source>
        <extracomment>MDNS_HEARD</extracomment>
        <translation>Über {interface} gehen Ankündigungen (mDNS) hinaus und kommen an, und andere Computer sind zu hören.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, but no other computer was heard.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>Über {interface} gehen Ankündigungen (mDNS) hinaus und kommen an, aber kein anderer Computer war zu hören.</translation>
    </message>
    <message>
        <source>On {interface}, this computer may not send announcements (mDNS): {detail}.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>Über {interface} darf dieser Computer keine Ankündigungen (mDNS) senden: {detail}.</translation>
    </message>
    <message>
        <source>On {interface}, what comes to UDP port 5353 (mDNS) does not arrive: a firewall on this computer drops it, so no device is found there.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>Über {interface} kommt nicht an, was an UDP-Port 5353 (mDNS) gesendet wird: Eine Firewall auf diesem Computer verwirft es, darum wird dort kein Gerät gefunden.</translation>
    </message>
    <message>
        <source>Open desktopxfer there. If it is open, the bottom of its window says at which port; or a firewall there refuses TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>Öffnen Sie dort desktopxfer. Wenn es geöffnet ist, steht der Port unten in seinem Fenster; oder eine Firewall dort weist TCP-Port {port} ab.</translation>
    </message>
    <message>
        <source>Others find it all the same. Typed addresses and rules of firewalls need the new number.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>Andere finden es trotzdem. Eingetippte Adressen und Firewallregeln brauchen die neue Nummer.</translation>
    </message>
    <message>
        <source>Pair with it, or let everyone see it for a while, and check again.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>Koppeln Sie es, oder machen Sie es für eine Weile für alle sichtbar, und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Plug in a cable or join a Wi-Fi.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>Stecken Sie ein Kabel ein, oder verbinden Sie sich mit einem WLAN.</translation>
    </message>
    <message>
        <source>Plug in its cable, or join a Wi-Fi. If it is plugged in, look at the other end.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>Stecken Sie das Kabel ein, oder verbinden Sie sich mit einem WLAN. Wenn es eingesteckt ist, sehen Sie am anderen Ende nach.</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>Schalten Sie sie ein.</translation>
    </message>
    <message>
        <source>Switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>Schalten Sie das VPN aus, oder erlauben Sie in dessen Einstellungen das lokale Netzwerk.</translation>
    </message>
    <message>
        <source>TCP port {wanted} is used by another program, so desktopxfer listens at {port}.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>TCP-Port {wanted} wird von einem anderen Programm benutzt, darum nimmt desktopxfer Verbindungen an {port} an.</translation>
    </message>
    <message>
        <source>That is as it should be if desktopxfer is open on no other computer there. Otherwise the network keeps its computers apart, as guest Wi-Fi does: add the other one by its address.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>Das ist in Ordnung, wenn desktopxfer dort auf keinem anderen Computer geöffnet ist. Andernfalls trennt das Netzwerk seine Computer voneinander, wie es Gast-WLANs tun: Fügen Sie den anderen per Adresse hinzu.</translation>
    </message>
    <message>
        <source>The computer at {address} is there, but takes no connection at TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>Der Computer unter {address} ist da, nimmt aber keine Verbindung an TCP-Port {port} an.</translation>
    </message>
    <message>
        <source>The connection to {name} broke while it tried to reach this computer.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>Die Verbindung zu {name} brach ab, während von dort versucht wurde, diesen Computer zu erreichen.</translation>
    </message>
    <message>
        <source>The firewall on this computer ({firewall}) lets TCP port {port} in.</source>
        <extracomment>FIREWALL_OPEN</extracomment>
        <translation>Die Firewall auf diesem Computer ({firewall}) lässt TCP-Port {port} herein.</translation>
    </message>
    <message>
        <source>The way to {name} ({address}) leads through a VPN ({interface}).</source>
        <extracomment>VPN_TO_DEVICE</extracomment>
        <translation>Der Weg zu {name} ({address}) führt durch ein VPN ({interface}).</translation>
    </message>
    <message>
        <source>The way to {name} ends early. {error}</source>
        <extracomment>REACH_FAILED</extracomment>
        <translation>Der Weg zu {name} endet vorzeitig. {error}</translation>
    </message>
    <message>
        <source>This computer is in a network: {addresses}.</source>
        <extracomment>ADDRESSES</extracomment>
        <translation>Dieser Computer ist in einem Netzwerk: {addresses}.</translation>
    </message>
    <message>
        <source>This computer is in no network: only programs on it can reach each other.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>Dieser Computer ist in keinem Netzwerk: Nur Programme auf ihm können einander erreichen.</translation>
    </message>
    <message>
        <source>To receive something, open it.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>Um etwas zu empfangen, öffnen Sie es.</translation>
    </message>
    <message>
        <source>Update it, or check from there.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>Aktualisieren Sie es, oder prüfen Sie von dort aus.</translation>
    </message>
    <message>
        <source>What is meant for {name} goes into a VPN ({interface}), although its address {address} is one of the local network ({local}).</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>Was für {name} bestimmt ist, geht in ein VPN ({interface}), obwohl die Adresse {address} zum lokalen Netzwerk ({local}) gehört.</translation>
    </message>
    <message>
        <source>Whether a firewall on this computer is in the way could not be read ({reason}).</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>Ob auf diesem Computer eine Firewall im Weg steht, ließ sich nicht feststellen ({reason}).</translation>
    </message>
    <message>
        <source>desktopxfer is not open here at the moment. For this check it answers at TCP port {port}.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>desktopxfer ist hier zurzeit nicht geöffnet. Für diese Prüfung antwortet es an TCP-Port {port}.</translation>
    </message>
    <message>
        <source>desktopxfer is open here and listens at TCP port {port}.</source>
        <extracomment>LISTENING</extracomment>
        <translation>desktopxfer ist hier geöffnet und nimmt Verbindungen an TCP-Port {port} an.</translation>
    </message>
    <message>
        <source>desktopxfer listens at {host} only, where no other computer can reach it.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>desktopxfer nimmt Verbindungen nur an {host} an, wo kein anderer Computer es erreichen kann.</translation>
    </message>
    <message>
        <source>{error}</source>
        <extracomment>NOT_FOUND</extracomment>
        <translation>{error}</translation>
    </message>
    <message>
        <source>{interface} has only an address that it gave itself.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>Die Schnittstelle {interface} hat nur eine Adresse, die sie sich selbst gegeben hat.</translation>
    </message>
    <message>
        <source>{interface} is connected, but has no address.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>Die Schnittstelle {interface} ist verbunden, hat aber keine Adresse.</translation>
    </message>
    <message>
        <source>{interface} is not connected to anything.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>Die Schnittstelle {interface} ist mit nichts verbunden.</translation>
    </message>
    <message>
        <source>{interface} is switched off.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>Die Schnittstelle {interface} ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>{name} answers at {address}.</source>
        <extracomment>REACHED</extracomment>
        <translation>{name} antwortet unter {address}.</translation>
    </message>
    <message>
        <source>{name} answers, but its announcements (mDNS) were not heard.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>{name} antwortet, aber Ankündigungen (mDNS) von dort waren nicht zu hören.</translation>
    </message>
    <message>
        <source>{name} cannot reach this computer: what comes to TCP port {port} is dropped, most likely by a firewall on this computer.</source>
        <extracomment>BLOCKED_HERE</extracomment>
        <translation>{name} kann diesen Computer nicht erreichen: Was an TCP-Port {port} ankommt, wird verworfen, höchstwahrscheinlich von einer Firewall auf diesem Computer.</translation>
    </message>
    <message>
        <source>{name} could not reach this computer, and does not say why.</source>
        <extracomment>BACK_FAILED</extracomment>
        <translation>{name} konnte diesen Computer nicht erreichen und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>{name} does not take requests of this device, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>{name} nimmt keine Anfragen dieses Geräts an, darum ist unbekannt, ob dieser Computer von dort erreichbar ist.</translation>
    </message>
    <message>
        <source>{name} has an older desktopxfer, which cannot try whether it reaches this computer.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>{name} hat ein älteres desktopxfer, das nicht ausprobieren kann, ob es diesen Computer erreicht.</translation>
    </message>
    <message>
        <source>{name} is busy, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>{name} ist beschäftigt, darum ist unbekannt, ob dieser Computer von dort erreichbar ist.</translation>
    </message>
    <message>
        <source>{name} is in the network, but TCP port {port} of it ({address}) does not answer: most likely a firewall on that computer drops what comes to it.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>{name} ist im Netzwerk, aber TCP-Port {port} dort ({address}) antwortet nicht: Höchstwahrscheinlich verwirft eine Firewall auf dem anderen Computer, was dort ankommt.</translation>
    </message>
    <message>
        <source>{name} is refused at TCP port {port} of this computer, most likely by a firewall on it.</source>
        <extracomment>REFUSED_HERE</extracomment>
        <translation>{name} wird an TCP-Port {port} dieses Computers abgewiesen, höchstwahrscheinlich von einer Firewall auf ihm.</translation>
    </message>
    <message>
        <source>{name} meets something else where this computer should be, at TCP port {port}.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>{name} trifft an TCP-Port {port} auf etwas anderes, wo dieser Computer sein sollte.</translation>
    </message>
    <message>
        <source>{name} reaches this computer at TCP port {port}.</source>
        <extracomment>REACHED_BACK</extracomment>
        <translation>{name} erreicht diesen Computer an TCP-Port {port}.</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>Answering…</source>
        <translation>Antwort wird gesendet…</translation>
    </message>
    <message>
        <source>Asking {name} to go on…</source>
        <translation>Fortsetzung wird bei {name} angefragt…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>Comparing what is there…</source>
        <translation>Vorhandenes wird verglichen…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
    <message>
        <source>Connection lost, trying again…</source>
        <translation>Verbindung verloren, neuer Versuch…</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Interrupted at {percent}: {why}</source>
        <translation>Unterbrochen bei {percent}: {why}</translation>
    </message>
    <message>
        <source>Interrupted: {why}</source>
        <translation>Unterbrochen: {why}</translation>
    </message>
    <message>
        <source>Last seen today</source>
        <translation>Zuletzt gesehen heute</translation>
    </message>
    <message>
        <source>Last seen yesterday</source>
        <translation>Zuletzt gesehen gestern</translation>
    </message>
    <message>
        <source>Last seen {date}</source>
        <translation>Zuletzt gesehen {date}</translation>
    </message>
    <message>
        <source>Looking through the folders…</source>
        <translation>Ordner werden durchgesehen…</translation>
    </message>
    <message>
        <source>Making sure that everything is saved…</source>
        <translation>Es wird sichergestellt, dass alles gespeichert ist…</translation>
    </message>
    <message>
        <source>Never answered yet</source>
        <translation>Hat noch nie geantwortet</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht gesehen</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Paused at {percent}</source>
        <translation>Pausiert bei {percent}</translation>
    </message>
    <message>
        <source>Paused by {name}</source>
        <translation>Pausiert von {name}</translation>
    </message>
    <message>
        <source>Paused by {name} at {percent}</source>
        <translation>Pausiert von {name} bei {percent}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text, {size}</source>
        <translation>Text, {size}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Heute {time}</translation>
    </message>
    <message>
        <source>Waiting for {name} to accept…</source>
        <translation>Wartet, bis {name} annimmt…</translation>
    </message>
    <message>
        <source>Waiting for {name} to come online</source>
        <translation>Wartet, bis {name} online ist</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Gestern {time}</translation>
    </message>
    <message>
        <source>a text, {size}</source>
        <translation>Text, {size}</translation>
    </message>
    <message>
        <source>days</source>
        <translation>über 100 h</translation>
    </message>
    <message>
        <source>desktopxfer was closed.</source>
        <translation>desktopxfer wurde beendet.</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>von {name}</translation>
    </message>
    <message>
        <source>the connection was lost.</source>
        <translation>Die Verbindung ging verloren.</translation>
    </message>
    <message>
        <source>the disk is full. Make room, and it goes on by itself.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz, dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>an {name}</translation>
    </message>
    <message>
        <source>waiting for data</source>
        <translation>wartet auf Daten</translation>
    </message>
    <message>
        <source>{amount} in {duration}</source>
        <translation>{amount} in {duration}</translation>
    </message>
    <message>
        <source>{chosen} of {total} offered</source>
        <translation>{chosen} von angebotenen {total}</translation>
    </message>
    <message>
        <source>{count} B</source>
        <translation>{count}&#xa0;B</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}&#xa0;min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}&#xa0;s</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>noch {duration}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}&#xa0;h {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>{name} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>{name} has no room for it. It goes on when there is some.</source>
        <translation>{name} hat keinen Platz dafür. Es geht weiter, sobald welcher frei ist.</translation>
    </message>
    <message>
        <source>{name} wants to send {amount}</source>
        <translation>{name} möchte senden: {amount}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
</context>
</TS>
