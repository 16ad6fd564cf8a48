<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG">
<context>
    <name>Action</name>
    <message>
        <source>Answer…</source>
        <translation>الرد…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>نسخ النص</translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>نسخ تفاصيل المشكلة</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>تشخيص…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>إزالة من القائمة</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>إعادة محاولة ما فشل</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Show only what failed</source>
        <translation>إظهار ما فشل فقط</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>إظهار النص</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>إظهار الملفات</translation>
    </message>
    <message>
        <source>Try to send now</source>
        <translation>محاولة الإرسال الآن</translation>
    </message>
</context>
<context>
    <name>AddAddress</name>
    <message>
        <source>Add by address</source>
        <translation>إضافة بالعنوان</translation>
    </message>
    <message>
        <source>Add this device</source>
        <translation>إضافة هذا الجهاز</translation>
    </message>
    <message>
        <source>Address of the device</source>
        <translation>عنوان الجهاز</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>الاسم أو العنوان</translation>
    </message>
    <message>
        <source>Such as desk-pc or 192.168.1.20</source>
        <translation>مثل ⁦desk-pc⁩ أو ⁦192.168.1.20⁩</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check again</source>
        <translation>إعادة الفحص</translation>
    </message>
    <message>
        <source>Check with</source>
        <translation>الفحص مع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>فحص الاتصال</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Device to check the connection with</source>
        <translation>الجهاز المراد فحص الاتصال به</translation>
    </message>
    <message>
        <source>Looking for what may be in the way…</source>
        <translation>جارٍ البحث عما قد يعيق الاتصال…</translation>
    </message>
    <message>
        <source>No device: look at this computer only</source>
        <translation>بلا جهاز: فحص هذا الكمبيوتر فقط</translation>
    </message>
    <message>
        <source>No problem was found, but something may be in the way.</source>
        <translation>لم يُعثر على مشكلة، لكن قد يكون هناك ما يعيق الاتصال.</translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>لم يُعثر على أي مشكلة.</translation>
    </message>
    <message>
        <source>Something is in the way.</source>
        <translation>هناك ما يعيق الاتصال.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>نتائج الفحص</translation>
    </message>
</context>
<context>
    <name>CloseChoice</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>It can go on without its window: transfers continue, and others can send to you. Its icon in the tray brings the window back.</source>
        <translation>يمكنه الاستمرار في العمل دون نافذته: تستمر عمليات النقل، ويستطيع الآخرون الإرسال إليك. أيقونته في علبة النظام تعيد النافذة.</translation>
    </message>
    <message>
        <source>Keep desktopxfer running?</source>
        <translation>هل تريد إبقاء desktopxfer قيد التشغيل؟</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>إبقاؤه قيد التشغيل</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>What you choose holds from now on. The settings can change it.</source>
        <translation>يسري اختيارك من الآن فصاعدًا، ويمكن تغييره في الإعدادات.</translation>
    </message>
</context>
<context>
    <name>ConflictChoice</name>
    <message>
        <source>&amp;Replace</source>
        <translation>ا&amp;ستبدال</translation>
    </message>
    <message>
        <source>&amp;Skip identical</source>
        <translation>&amp;تخطي المتطابق</translation>
    </message>
    <message>
        <source>Ask for &amp;each</source>
        <translation>السؤال عن &amp;كل ملف</translation>
    </message>
    <message>
        <source>Each file that is there is replaced by the one that arrives. Folders are merged, and nothing else in them is touched.</source>
        <translation>يحل كل ملف يصل محل الملف الموجود. تُدمج المجلدات، ولا يُمس أي شيء آخر فيها.</translation>
    </message>
    <message>
        <source>Files that are there with the same content are not sent again; of the others both are kept. Folders are merged.</source>
        <translation>لا يُعاد إرسال الملفات الموجودة بالمحتوى نفسه، وما عداها يُحتفظ بنسختيه. تُدمج المجلدات.</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>الا&amp;حتفاظ بكليهما</translation>
    </message>
    <message>
        <source>Remember this for {name}</source>
        <translation>تذكّر هذا الاختيار للجهاز {name}</translation>
    </message>
    <message>
        <source>What arrives gets another name, with (2) behind it.</source>
        <translation>يُعطى ما يصل اسمًا آخر ينتهي بـ ⁦(2)⁩.</translation>
    </message>
    <message>
        <source>What is chosen for a file holds if it differs from the one that is there. Folders are merged.</source>
        <translation>يسري ما يُختار للملف إذا اختلف عن الملف الموجود. تُدمج المجلدات.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” and %Ln more are in this folder already.</source>
        <translation>
            <numerusform>«{name}» موجود في هذا المجلد من قبل.</numerusform>
            <numerusform>«{name}» وعنصر آخر موجودان في هذا المجلد من قبل.</numerusform>
            <numerusform>«{name}» وعنصران آخران موجودة في هذا المجلد من قبل.</numerusform>
            <numerusform>«{name}» و%Ln عناصر أخرى موجودة في هذا المجلد من قبل.</numerusform>
            <numerusform>«{name}» و%Ln عنصرًا آخر موجودة في هذا المجلد من قبل.</numerusform>
            <numerusform>«{name}» و%Ln عنصر آخر موجودة في هذا المجلد من قبل.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is in this folder already.</source>
        <translation>«{name}» موجود في هذا المجلد من قبل.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>فشل %Ln</numerusform>
            <numerusform>فشل %Ln</numerusform>
            <numerusform>فشل %Ln</numerusform>
            <numerusform>فشل %Ln</numerusform>
            <numerusform>فشل %Ln</numerusform>
            <numerusform>فشل %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%Ln ملفات</numerusform>
            <numerusform>%Ln ملفًا</numerusform>
            <numerusform>%Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) had changed and were sent anew</source>
        <translation>
            <numerusform>لم يُعَد إرسال أي ملف</numerusform>
            <numerusform>تغيّر ملف واحد وأُعيد إرساله</numerusform>
            <numerusform>تغيّر ملفان وأُعيد إرسالهما</numerusform>
            <numerusform>تغيّرت %Ln ملفات وأُعيد إرسالها</numerusform>
            <numerusform>تغيّر %Ln ملفًا وأُعيد إرسالها</numerusform>
            <numerusform>تغيّر %Ln ملف وأُعيد إرسالها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>لا عناصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%Ln عناصر</numerusform>
            <numerusform>%Ln عنصرًا</numerusform>
            <numerusform>%Ln عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} failed</source>
        <translation>
            <numerusform>فشل %Ln من {total}</numerusform>
            <numerusform>فشل %Ln من {total}</numerusform>
            <numerusform>فشل %Ln من {total}</numerusform>
            <numerusform>فشل %Ln من {total}</numerusform>
            <numerusform>فشل %Ln من {total}</numerusform>
            <numerusform>فشل %Ln من {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s) that you have not answered yet are cancelled.</source>
        <translation>
            <numerusform>لا توجد عروض لم ترد عليها بعد.</numerusform>
            <numerusform>سيُلغى عرض واحد لم ترد عليه بعد.</numerusform>
            <numerusform>سيُلغى عرضان لم ترد عليهما بعد.</numerusform>
            <numerusform>ستُلغى %Ln عروض لم ترد عليها بعد.</numerusform>
            <numerusform>سيُلغى %Ln عرضًا لم ترد عليها بعد.</numerusform>
            <numerusform>سيُلغى %Ln عرض لم ترد عليها بعد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>تم تخطي %Ln</numerusform>
            <numerusform>تم تخطي %Ln</numerusform>
            <numerusform>تم تخطي %Ln</numerusform>
            <numerusform>تم تخطي %Ln</numerusform>
            <numerusform>تم تخطي %Ln</numerusform>
            <numerusform>تم تخطي %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are not finished and can go on when desktopxfer is open again.</source>
        <translation>
            <numerusform>اكتملت كل عمليات النقل.</numerusform>
            <numerusform>لم تكتمل عملية نقل واحدة، ويمكن أن تستمر عند فتح desktopxfer من جديد.</numerusform>
            <numerusform>لم تكتمل عمليتا نقل، ويمكن أن تستمرا عند فتح desktopxfer من جديد.</numerusform>
            <numerusform>لم تكتمل %Ln عمليات نقل، ويمكن أن تستمر عند فتح desktopxfer من جديد.</numerusform>
            <numerusform>لم تكتمل %Ln عملية نقل، ويمكن أن تستمر عند فتح desktopxfer من جديد.</numerusform>
            <numerusform>لم تكتمل %Ln عملية نقل، ويمكن أن تستمر عند فتح desktopxfer من جديد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen %Ln day(s) ago</source>
        <translation>
            <numerusform>آخر ظهور اليوم</numerusform>
            <numerusform>آخر ظهور قبل يوم</numerusform>
            <numerusform>آخر ظهور قبل يومين</numerusform>
            <numerusform>آخر ظهور قبل %Ln أيام</numerusform>
            <numerusform>آخر ظهور قبل %Ln يومًا</numerusform>
            <numerusform>آخر ظهور قبل %Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{addresses} and %Ln more</source>
        <translation>
            <numerusform>{addresses}</numerusform>
            <numerusform>{addresses} وعنوان آخر</numerusform>
            <numerusform>{addresses} وعنوانان آخران</numerusform>
            <numerusform>{addresses} و%Ln عناوين أخرى</numerusform>
            <numerusform>{addresses} و%Ln عنوانًا آخر</numerusform>
            <numerusform>{addresses} و%Ln عنوان آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{first} and %Ln more</source>
        <translation>
            <numerusform>{first}</numerusform>
            <numerusform>{first} وعنصر آخر</numerusform>
            <numerusform>{first} وعنصران آخران</numerusform>
            <numerusform>{first} و%Ln عناصر أخرى</numerusform>
            <numerusform>{first} و%Ln عنصرًا آخر</numerusform>
            <numerusform>{first} و%Ln عنصر آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceAction</name>
    <message>
        <source>Accept automatically into…</source>
        <translation>القبول تلقائيًا في…</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>حظر</translation>
    </message>
    <message>
        <source>Copy device id</source>
        <translation>نسخ معرّف الجهاز</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>تشخيص…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
    <message>
        <source>Pair…</source>
        <translation>إقران…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>إعادة تسمية…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>إرسال مجلد…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>إرسال ملفات…</translation>
    </message>
    <message>
        <source>Send text…</source>
        <translation>إرسال نص…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>إلغاء الحظر</translation>
    </message>
</context>
<context>
    <name>DeviceControl</name>
    <message>
        <source>Block</source>
        <translation>حظر</translation>
    </message>
    <message>
        <source>Block device?</source>
        <translation>هل تريد حظر الجهاز؟</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
    <message>
        <source>Forget device?</source>
        <translation>هل تريد نسيان الجهاز؟</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Where to save what {name} sends</source>
        <translation>مكان حفظ ما يرسله {name}</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more and may ask for nothing. To trust it again, you have to unblock it and to compare codes.</source>
        <translation>لن يبقى {name} موثوقًا ولن يُسمح له بأي طلب. للوثوق به مجددًا عليك إلغاء حظره ومقارنة الرمزين.</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more. When it appears again, it will be a new device; to trust it, you have to compare codes.</source>
        <translation>لن يبقى {name} موثوقًا. عند ظهوره مجددًا سيُعد جهازًا جديدًا، وللوثوق به عليك مقارنة الرمزين.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Accept automatically into {folder}</source>
        <translation>القبول تلقائيًا في {folder}</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
</context>
<context>
    <name>DeviceModel</name>
    <message>
        <source>Accepted automatically into {folder}</source>
        <translation>يُقبل تلقائيًا في {folder}</translation>
    </message>
    <message>
        <source>Not the device you trust</source>
        <translation>ليس الجهاز الذي تثق به</translation>
    </message>
    <message>
        <source>calls itself {name}</source>
        <translation>يسمّي نفسه {name}</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>No devices found yet</source>
        <translation>لم يُعثر على أجهزة بعد</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, or add its address below.</source>
        <translation>افتح desktopxfer على الكمبيوتر الآخر، أو أضف عنوانه أدناه.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>الإرسال إلى</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>الإرسال</numerusform>
            <numerusform>الإرسال إلى جهاز واحد</numerusform>
            <numerusform>الإرسال إلى جهازين</numerusform>
            <numerusform>الإرسال إلى %Ln أجهزة</numerusform>
            <numerusform>الإرسال إلى %Ln جهازًا</numerusform>
            <numerusform>الإرسال إلى %Ln جهاز</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to which devices?</source>
        <translation>إلى أي أجهزة تريد الإرسال؟</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose a folder to send</source>
        <translation>اختيار مجلد لإرساله</translation>
    </message>
    <message>
        <source>Choose devices…</source>
        <translation>اختيار الأجهزة…</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>اختيار ملفات لإرسالها</translation>
    </message>
    <message>
        <source>Do not send them</source>
        <translation>عدم إرسالها</translation>
    </message>
    <message>
        <source>Drop files or folders on a device, or anywhere to choose one</source>
        <translation>أفلت الملفات أو المجلدات فوق جهاز، أو في أي مكان لاختيار جهاز</translation>
    </message>
    <message>
        <source>Drop here to choose the devices</source>
        <translation>أفلت هنا لاختيار الأجهزة</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>ملفات…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>مجلد…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>نص…</translation>
    </message>
    <message>
        <source>Write a text to send</source>
        <translation>كتابة نص لإرساله</translation>
    </message>
    <message>
        <source>{items}: choose a device</source>
        <translation>{items}: اختر جهازًا</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>{name}: can run as a program</source>
        <translation>{name}: يمكن تشغيله كبرنامج</translation>
    </message>
    <message>
        <source>{name}: hidden, can change how programs behave</source>
        <translation>{name}: مخفي، ويمكن أن يغيّر سلوك البرامج</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Copy the command</source>
        <translation>نسخ الأمر</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose the folder</source>
        <translation>اختيار المجلد</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>الحفظ في</translation>
    </message>
    <message>
        <source>Write the whole path of the folder, such as {example}.</source>
        <translation>اكتب مسار المجلد كاملًا، مثل ⁦{example}⁩.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>Everyone for %Ln minute(s), then trusted devices only</source>
        <translation>
            <numerusform>للجميع الآن، ثم للأجهزة الموثوقة فقط</numerusform>
            <numerusform>للجميع دقيقة واحدة، ثم للأجهزة الموثوقة فقط</numerusform>
            <numerusform>للجميع دقيقتين، ثم للأجهزة الموثوقة فقط</numerusform>
            <numerusform>للجميع %Ln دقائق، ثم للأجهزة الموثوقة فقط</numerusform>
            <numerusform>للجميع %Ln دقيقة، ثم للأجهزة الموثوقة فقط</numerusform>
            <numerusform>للجميع %Ln دقيقة، ثم للأجهزة الموثوقة فقط</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone nearby can see it and offer files</source>
        <translation>يستطيع كل من هم بالقرب رؤيته وعرض ملفات عليه</translation>
    </message>
    <message>
        <source>Nobody can see it or offer files</source>
        <translation>لا يستطيع أحد رؤيته أو عرض ملفات عليه</translation>
    </message>
    <message>
        <source>Only trusted devices can offer files</source>
        <translation>الأجهزة الموثوقة وحدها تستطيع عرض ملفات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>This device · {id}</source>
        <translation>هذا الجهاز · ⁦{id}⁩</translation>
    </message>
    <message>
        <source>Trusted devices only</source>
        <translation>الأجهزة الموثوقة فقط</translation>
    </message>
    <message>
        <source>Visible to everyone</source>
        <translation>مرئي للجميع</translation>
    </message>
    <message>
        <source>Visible to everyone for {duration}</source>
        <translation>مرئي للجميع لمدة {duration}</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>غير مرئي لأحد</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>All past transfers are forgotten, with the texts that came. The files stay where they are.</source>
        <translation>ستُنسى كل عمليات النقل السابقة مع النصوص التي وصلت. تبقى الملفات في أماكنها.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>مسح السجل</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>هل تريد مسح السجل؟</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>مسح…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>No past transfers</source>
        <translation>لا توجد عمليات نقل سابقة</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
    <message>
        <source>Search by name, device or folder</source>
        <translation>البحث بالاسم أو الجهاز أو المجلد</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>البحث في السجل</translation>
    </message>
    <message>
        <source>What you send and receive is listed here when it is over.</source>
        <translation>يُدرج هنا ما ترسله وتستلمه بعد انتهائه.</translation>
    </message>
</context>
<context>
    <name>IntegrationField</name>
    <message>
        <source>A file manager that is open may show it only when it is started again.</source>
        <translation>قد لا يظهر في مدير الملفات المفتوح إلا بعد إعادة تشغيله.</translation>
    </message>
    <message>
        <source>Start with the computer, in the background</source>
        <translation>البدء مع الكمبيوتر، في الخلفية</translation>
    </message>
    <message>
        <source>“Send with desktopxfer” in the file manager</source>
        <translation>«الإرسال بواسطة desktopxfer» في مدير الملفات</translation>
    </message>
</context>
<context>
    <name>LeftoverList</name>
    <message>
        <source>Discard the part files of {name}</source>
        <translation>حذف الملفات الجزئية لنقل {name}</translation>
    </message>
    <message>
        <source>Part files of interrupted transfers, kept so that they can go on</source>
        <translation>ملفات جزئية لعمليات نقل منقطعة، محفوظة لكي يمكن استئنافها</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Active</source>
        <translation>النشطة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>مسح المنتهية</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Drop files or folders on a device to send them. What others send to you appears here and asks you first.</source>
        <translation>أفلت الملفات أو المجلدات فوق جهاز لإرسالها. ما يرسله الآخرون إليك يظهر هنا ويستأذنك أولًا.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>الفاشلة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>If it does not appear, add this one there by its address: {address}</source>
        <translation>إن لم يظهر، فأضف هذا الكمبيوتر هناك بعنوانه: ⁦{address}⁩</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>لا أجهزة بعد</translation>
    </message>
    <message>
        <source>No transfers yet</source>
        <translation>لا عمليات نقل بعد</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation>لم يفشل شيء</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>لا شيء قيد النقل</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, in the same network.</source>
        <translation>افتح desktopxfer على الكمبيوتر الآخر، في الشبكة نفسها.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Quit desktopxfer?</source>
        <translation>هل تريد إنهاء desktopxfer؟</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>البقاء</translation>
    </message>
    <message>
        <source>Takes what has ended off the list; the files stay</source>
        <translation>يزيل ما انتهى من القائمة، وتبقى الملفات</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>النقل</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>إغلاق هذا التنبيه</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>الرد…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>جهاز جديد</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>إظهار النص</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>أرسل إليك {name} نصًا</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>يريد {name} إرسال نص إليك</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>يريد {name} إرسال ملفات إليك</translation>
    </message>
    <message>
        <source>{title} did not arrive</source>
        <translation>لم يصل {title}</translation>
    </message>
    <message>
        <source>{title} has arrived</source>
        <translation>وصل {title}</translation>
    </message>
    <message>
        <source>{title} was interrupted</source>
        <translation>انقطع نقل {title}</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>لا مجلدات</numerusform>
            <numerusform>مجلد واحد</numerusform>
            <numerusform>مجلدان</numerusform>
            <numerusform>%Ln مجلدات</numerusform>
            <numerusform>%Ln مجلدًا</numerusform>
            <numerusform>%Ln مجلد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the files can run as program(s).</source>
        <translation>
            <numerusform>لا يمكن تشغيل أي من الملفات كبرنامج.</numerusform>
            <numerusform>أحد الملفات يمكن تشغيله كبرنامج.</numerusform>
            <numerusform>اثنان من الملفات يمكن تشغيلهما كبرنامجين.</numerusform>
            <numerusform>%Ln من الملفات يمكن تشغيلها كبرامج.</numerusform>
            <numerusform>%Ln من الملفات يمكن تشغيلها كبرامج.</numerusform>
            <numerusform>%Ln من الملفات يمكن تشغيلها كبرامج.</numerusform>
        </translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation>اختيار مكان الحفظ</translation>
    </message>
    <message>
        <source>Not enough space: {wanted} needed, {free} free. Choose another folder, or untick something.</source>
        <translation>المساحة غير كافية: المطلوب {wanted} والمتاح {free}. اختر مجلدًا آخر، أو ألغِ تحديد بعض العناصر.</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>الحفظ في</translation>
    </message>
    <message>
        <source>This folder does not answer. Choose another one.</source>
        <translation>هذا المجلد لا يستجيب. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Tick what you want to have.</source>
        <translation>حدّد ما تريد الحصول عليه.</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>محتوى العرض</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln file(s), {size} of {total}</source>
        <translation>
            <numerusform>{count} من %Ln ملفات، {size} من {total}</numerusform>
            <numerusform>{count} من ملف واحد، {size} من {total}</numerusform>
            <numerusform>{count} من ملفين، {size} من {total}</numerusform>
            <numerusform>{count} من %Ln ملفات، {size} من {total}</numerusform>
            <numerusform>{count} من %Ln ملفًا، {size} من {total}</numerusform>
            <numerusform>{count} من %Ln ملف، {size} من {total}</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free, {after} after this</source>
        <translation>المتاح {free}، وبعد الحفظ {after}</translation>
    </message>
    <message>
        <source>{name} wants to send files</source>
        <translation>يريد {name} إرسال ملفات</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>يريد {name} إرسال ملفات إليك</translation>
    </message>
</context>
<context>
    <name>OfferQuestion</name>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Block this device</source>
        <translation>حظر هذا الجهاز</translation>
    </message>
    <message>
        <source>Both screens show this code. Decline if they differ.</source>
        <translation>تعرض الشاشتان هذا الرمز. ارفض إذا اختلف الرمزان.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>الجهاز ⁦{id}⁩</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>جهاز جديد</translation>
    </message>
    <message>
        <source>The codes are the same: trust this device from now on</source>
        <translation>الرمزان متطابقان: الوثوق بهذا الجهاز من الآن فصاعدًا</translation>
    </message>
    <message>
        <source>{name} withdrew this offer.</source>
        <translation>سحب {name} هذا العرض.</translation>
    </message>
</context>
<context>
    <name>PairingDialog</name>
    <message>
        <source>Block this device</source>
        <translation>حظر هذا الجهاز</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Connecting to {name}…</source>
        <translation>جارٍ الاتصال بالجهاز {name}…</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>الجهاز ⁦{id}⁩</translation>
    </message>
    <message>
        <source>Do both screens show this code?</source>
        <translation>هل تعرض الشاشتان هذا الرمز؟</translation>
    </message>
    <message>
        <source>Do both screens show {code}?</source>
        <translation>هل تعرض الشاشتان {code}؟</translation>
    </message>
    <message>
        <source>Look at the other screen, or have its code read out to you. Only if they are the same is nobody between the two devices.</source>
        <translation>انظر إلى الشاشة الأخرى، أو اطلب أن يُقرأ عليك رمزها. تطابق الرمزين وحده يضمن ألا يكون أحد بين الجهازين.</translation>
    </message>
    <message>
        <source>Not paired with {name}</source>
        <translation>لم يتم الإقران مع {name}</translation>
    </message>
    <message>
        <source>Pair with {name}</source>
        <translation>الإقران مع {name}</translation>
    </message>
    <message>
        <source>The other screen shows the same code and asks the same question.</source>
        <translation>تعرض الشاشة الأخرى الرمز نفسه وتطرح السؤال نفسه.</translation>
    </message>
    <message>
        <source>Then both screens show a code, for the two of you to compare.</source>
        <translation>ثم تعرض الشاشتان رمزًا لتقارناه معًا.</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>متطابقان</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>مختلفان</translation>
    </message>
    <message>
        <source>Waiting for {name} to confirm…</source>
        <translation>في انتظار تأكيد {name}…</translation>
    </message>
    <message>
        <source>desktopxfer knows this device from now on, by whatever name it goes, and warns you if another one takes its name.</source>
        <translation>يعرف desktopxfer هذا الجهاز من الآن فصاعدًا مهما كان اسمه، ويحذّرك إن انتحل جهاز آخر اسمه.</translation>
    </message>
    <message>
        <source>{name} does not let new devices ask at the moment. Make it visible to everyone there, then pair again.</source>
        <translation>لا يسمح {name} حاليًا بطلبات الأجهزة الجديدة. اجعله مرئيًا للجميع هناك، ثم أعد الإقران.</translation>
    </message>
    <message>
        <source>{name} is trusted now</source>
        <translation>أصبح {name} موثوقًا</translation>
    </message>
    <message>
        <source>{name} wants to pair</source>
        <translation>يريد {name} الإقران</translation>
    </message>
</context>
<context>
    <name>PastAction</name>
    <message>
        <source>Copy what went wrong</source>
        <translation>نسخ تفاصيل المشكلة</translation>
    </message>
    <message>
        <source>Remove from the history</source>
        <translation>إزالة من السجل</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>إظهار النص</translation>
    </message>
</context>
<context>
    <name>PastList</name>
    <message>
        <source>Past transfers</source>
        <translation>عمليات النقل السابقة</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
</context>
<context>
    <name>PathChooser</name>
    <message>
        <source>Choose</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>Choose a folder to send</source>
        <translation>اختيار مجلد لإرساله</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>اختيار ملفات لإرسالها</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>It calls itself {name}. Only you see the name that you give it.</source>
        <translation>يسمّي نفسه {name}. الاسم الذي تعطيه له لا يراه غيرك.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Rename device</source>
        <translation>إعادة تسمية الجهاز</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>الم&amp;نفذ</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>ال&amp;حفظ في</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>&amp;مرئي لمن</translation>
    </message>
    <message>
        <source>&amp;When closed</source>
        <translation>عند الإ&amp;غلاق</translation>
    </message>
    <message>
        <source>All transfers together. Empty is no limit.</source>
        <translation>لكل عمليات النقل معًا. الحقل الفارغ يعني بلا حد.</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>تُستخدم اللغة الأخرى بدءًا من التشغيل التالي.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل لغة النظام</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>تلقائيًا</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Copy the whole device id</source>
        <translation>نسخ معرّف الجهاز كاملًا</translation>
    </message>
    <message>
        <source>Device id {id}</source>
        <translation>معرّف الجهاز ⁦{id}⁩</translation>
    </message>
    <message>
        <source>Everyone for a while</source>
        <translation>الجميع لفترة</translation>
    </message>
    <message>
        <source>Everyone for {duration}, then trusted devices only</source>
        <translation>الجميع لمدة {duration}، ثم الأجهزة الموثوقة فقط</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>How long a lost connection is made again by itself. After that, or with 0, a transfer waits until you resume it.</source>
        <translation>مدة محاولة استعادة الاتصال المفقود تلقائيًا. بعدها، أو مع القيمة 0، تنتظر عملية النقل حتى تستأنفها.</translation>
    </message>
    <message>
        <source>In MB/s. Empty is no limit.</source>
        <translation>بوحدة م.ب/ث. الحقل الفارغ يعني بلا حد.</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>الاستمرار في علبة النظام</translation>
    </message>
    <message>
        <source>Limit the speed to {slowest} MB/s or more, or leave it empty.</source>
        <translation>اجعل حد السرعة {slowest} م.ب/ث أو أكثر، أو اتركه فارغًا.</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>م.ب/ث</translation>
    </message>
    <message>
        <source>MB/s, &amp;receive at most</source>
        <translation>م.ب/ث، والاست&amp;قبال بحد أقصى</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Not&amp;ifications</source>
        <translation>الإ&amp;شعارات</translation>
    </message>
    <message>
        <source>Of offers, and of what has arrived or failed while you look elsewhere.</source>
        <translation>بالعروض، وبما وصل أو فشل أثناء انشغالك عن النافذة.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Receive at most</source>
        <translation>الاستقبال بحد أقصى</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Send at &amp;most</source>
        <translation>الإ&amp;رسال بحد أقصى</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>إظهار الإشعارات</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Try a&amp;gain for</source>
        <translation>إ&amp;عادة المحاولة لمدة</translation>
    </message>
    <message numerus="yes">
        <source>Try again for %Ln minute(s) at most.</source>
        <translation>
            <numerusform>لا تُعد المحاولة.</numerusform>
            <numerusform>أعد المحاولة دقيقة واحدة على الأكثر.</numerusform>
            <numerusform>أعد المحاولة دقيقتين على الأكثر.</numerusform>
            <numerusform>أعد المحاولة %Ln دقائق على الأكثر.</numerusform>
            <numerusform>أعد المحاولة %Ln دقيقة على الأكثر.</numerusform>
            <numerusform>أعد المحاولة %Ln دقيقة على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>What others see.</source>
        <translation>ما يراه الآخرون.</translation>
    </message>
    <message>
        <source>What the window&apos;s close button does. Where there is no tray, it quits.</source>
        <translation>ما يفعله زر إغلاق النافذة. إن لم تكن هناك علبة نظام، فإنه ينهي البرنامج.</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>المكان الذي تُحفظ فيه الملفات ما لم تختر مجلدًا آخر عند قبولها.</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked first, unless you accept automatically what a trusted device sends.</source>
        <translation>من يُسمح له بعرض ملفات. تُسأل أولًا، إلا إذا كنت تقبل تلقائيًا ما يرسله جهاز موثوق.</translation>
    </message>
    <message>
        <source>Write a port from 0 to 65535.</source>
        <translation>اكتب رقم منفذ من 0 إلى 65535.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>دقيقة</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>{port} is the usual one, 0 takes any free one. Others find this device with any port, but who types its address has to add it, as in 192.168.1.20:{other}.</source>
        <translation>{port} هو المنفذ المعتاد، والقيمة 0 تأخذ أي منفذ متاح. يعثر الآخرون على هذا الجهاز مهما كان المنفذ، لكن على من يكتب عنوانه أن يضيفه، كما في ⁦192.168.1.20:{other}⁩.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Copy the addresses</source>
        <translation>نسخ العناوين</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>تشخيص</translation>
    </message>
    <message>
        <source>Finds out why devices do not find or reach each other</source>
        <translation>يكشف سبب تعذّر عثور الأجهزة بعضها على بعض أو وصولها</translation>
    </message>
    <message>
        <source>Reachable at {addresses}</source>
        <translation>يمكن الوصول إليه على {addresses}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>جارٍ البدء…</translation>
    </message>
    <message>
        <source>This computer is not in a network. Connect it to one.</source>
        <translation>هذا الكمبيوتر غير متصل بشبكة. صِله بشبكة.</translation>
    </message>
</context>
<context>
    <name>TakenModel</name>
    <message>
        <source>Choose this for all</source>
        <translation>اختيار هذا للكل</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>الاحتفاظ بكليهما</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطي</translation>
    </message>
    <message>
        <source>{choice}: chosen</source>
        <translation>{choice}: محدد</translation>
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
        <translation>ملفات موجودة من قبل</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Longer than 1 MiB. Save it as a file and send that.</source>
        <translation>أطول من ⁦1 MiB⁩. احفظه في ملف وأرسل الملف.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send text</source>
        <translation>إرسال نص</translation>
    </message>
    <message>
        <source>Send text to {name}</source>
        <translation>إرسال نص إلى {name}</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>إرسال…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>النص المراد إرساله</translation>
    </message>
    <message>
        <source>Write or paste a text or a link</source>
        <translation>اكتب نصًا أو رابطًا أو الصقه</translation>
    </message>
</context>
<context>
    <name>TextOffer</name>
    <message>
        <source>A text of {size}. You see it when you have accepted it.</source>
        <translation>نص حجمه {size}. تراه بعد قبوله.</translation>
    </message>
    <message>
        <source>{name} wants to send a text</source>
        <translation>يريد {name} إرسال نص</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>يريد {name} إرسال نص إليك</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Characters that hide something or steer a program are shown, and copied, as �. A saved file has them as they came.</source>
        <translation>الرموز التي تخفي شيئًا أو توجّه برنامجًا تُعرض وتُنسخ على شكل �. أما الملف المحفوظ فيضمها كما وصلت.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Only the first {count} lines are shown. Copy and save take all.</source>
        <translation>تُعرض الأسطر الأولى فقط، وعددها {count}. النسخ والحفظ يشملان النص كله.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Save text as</source>
        <translation>حفظ النص باسم</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>تم الحفظ.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Text from {name}</source>
        <translation>نص من {name}</translation>
    </message>
    <message>
        <source>kept for a week</source>
        <translation>يُحفظ أسبوعًا</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>أرسل إليك {name} نصًا</translation>
    </message>
</context>
<context>
    <name>TransferControl</name>
    <message>
        <source>Discard</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Discard transfer?</source>
        <translation>هل تريد حذف عملية النقل؟</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>The unfinished part files of “{name}” are removed, and it cannot go on. Of {size} that have arrived, files that are complete already stay where they are.</source>
        <translation>ستُزال الملفات الجزئية غير المكتملة لنقل «{name}»، ولن يمكن استئنافه. مما وصل، وحجمه {size}، تبقى الملفات المكتملة في أماكنها.</translation>
    </message>
    <message>
        <source>“{name}” will not go on. What has arrived at {peer} is not kept for it any more; your own files stay as they are.</source>
        <translation>لن يُستأنف نقل «{name}». ما وصل إلى {peer} لن يُحتفظ به لأجله، وتبقى ملفاتك كما هي.</translation>
    </message>
</context>
<context>
    <name>TransferFiles</name>
    <message numerus="yes">
        <source>%Ln more were skipped.</source>
        <translation>
            <numerusform>لم يُتخطَّ أي ملف آخر.</numerusform>
            <numerusform>تم تخطي ملف آخر.</numerusform>
            <numerusform>تم تخطي ملفين آخرين.</numerusform>
            <numerusform>تم تخطي %Ln ملفات أخرى.</numerusform>
            <numerusform>تم تخطي %Ln ملفًا آخر.</numerusform>
            <numerusform>تم تخطي %Ln ملف آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>نسخ تفاصيل المشكلة</translation>
    </message>
    <message>
        <source>Files of the transfer</source>
        <translation>ملفات عملية النقل</translation>
    </message>
    <message>
        <source>Hide the files</source>
        <translation>إخفاء الملفات</translation>
    </message>
    <message>
        <source>Only failed</source>
        <translation>الفاشلة فقط</translation>
    </message>
</context>
<context>
    <name>TransferList</name>
    <message>
        <source>Hide the files</source>
        <translation>إخفاء الملفات</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>النقل</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%Ln offer(s) wait for your answer</source>
        <translation>
            <numerusform>لا عروض في انتظار ردك</numerusform>
            <numerusform>عرض واحد في انتظار ردك</numerusform>
            <numerusform>عرضان في انتظار ردك</numerusform>
            <numerusform>%Ln عروض في انتظار ردك</numerusform>
            <numerusform>%Ln عرضًا في انتظار ردك</numerusform>
            <numerusform>%Ln عرض في انتظار ردك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>لا عمليات نقل</numerusform>
            <numerusform>عملية نقل واحدة</numerusform>
            <numerusform>عمليتا نقل</numerusform>
            <numerusform>%Ln عمليات نقل</numerusform>
            <numerusform>%Ln عملية نقل</numerusform>
            <numerusform>%Ln عملية نقل</numerusform>
        </translation>
    </message>
    <message>
        <source>Open desktopxfer</source>
        <translation>فتح desktopxfer</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Receiving from {name}</source>
        <translation>الاستقبال من {name}</translation>
    </message>
    <message>
        <source>Sending to {name}</source>
        <translation>الإرسال إلى {name}</translation>
    </message>
    <message>
        <source>Who may send to me</source>
        <translation>من يُسمح له بالإرسال إليّ</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>يريد {name} إرسال ملفات إليك</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}٪</translation>
    </message>
</context>
<context>
    <name>TrustMark</name>
    <message>
        <source>Blocked</source>
        <translation>محظور</translation>
    </message>
    <message>
        <source>Impostor</source>
        <translation>منتحل</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>موثوق</translation>
    </message>
</context>
<context>
    <name>VisibilityField</name>
    <message>
        <source>&amp;Everyone nearby</source>
        <translation>&amp;كل من هم بالقرب</translation>
    </message>
    <message>
        <source>&amp;Trusted devices only</source>
        <translation>الأجهزة المو&amp;ثوقة فقط</translation>
    </message>
    <message>
        <source>N&amp;obody</source>
        <translation>لا أح&amp;د</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>ال&amp;حفظ في</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>&amp;مرئي لمن</translation>
    </message>
    <message>
        <source>All of this is in the settings too.</source>
        <translation>كل هذا موجود في الإعدادات أيضًا.</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>تلقائيًا</translation>
    </message>
    <message>
        <source>Drop files on a computer in the list, and they go there. It has to run desktopxfer too, in the same network.</source>
        <translation>أفلت الملفات فوق كمبيوتر في القائمة فتنتقل إليه. يجب أن يعمل desktopxfer عليه أيضًا، في الشبكة نفسها.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطي</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>مرحبًا</translation>
    </message>
    <message>
        <source>Welcome to desktopxfer</source>
        <translation>مرحبًا بك في desktopxfer</translation>
    </message>
    <message>
        <source>What the people around you see. Choose one that they recognise.</source>
        <translation>ما يراه من حولك. اختر اسمًا يتعرفون عليه.</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>المكان الذي تُحفظ فيه الملفات ما لم تختر مجلدًا آخر عند قبولها.</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked each time before anything is saved.</source>
        <translation>من يُسمح له بعرض ملفات. تُسأل في كل مرة قبل حفظ أي شيء.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A different device answers at the address of {subject}, so nothing was sent. If it was reinstalled, remove it from the list and add it again.</source>
        <extracomment>WrongDevice</extracomment>
        <translation>يستجيب جهاز مختلف على عنوان {subject}، لذا لم يُرسل شيء. إذا أُعيد تثبيت الجهاز، فأزله من القائمة ثم أضفه من جديد.</translation>
    </message>
    <message>
        <source>A file of the profile was damaged ({detail}) and was set aside as {subject}. desktopxfer goes on without it.</source>
        <extracomment>DamagedFile</extracomment>
        <translation>كان أحد ملفات ملف التعريف تالفًا ({detail}) فنُحّي جانبًا باسم {subject}. يواصل desktopxfer العمل من دونه.</translation>
    </message>
    <message>
        <source>A text may have 1 MiB at most. Save it as a file and send that.</source>
        <extracomment>TextTooLong</extracomment>
        <translation>لا يمكن أن يتجاوز النص ⁦1 MiB⁩. احفظه في ملف وأرسل الملف.</translation>
    </message>
    <message>
        <source>A window cannot open: the system lacks {subject}. {detail}</source>
        <extracomment>ScreenLibrariesMissing</extracomment>
        <translation>لا يمكن فتح نافذة: ينقص النظام {subject}. {detail}</translation>
    </message>
    <message>
        <source>A window of desktopxfer is open with the profile {subject}, and does not answer. Wait until it has closed, or end it, then try again.</source>
        <extracomment>WindowSilent</extracomment>
        <translation>توجد نافذة desktopxfer مفتوحة بملف التعريف {subject}، وهي لا تستجيب. انتظر حتى تُغلق أو أنهِها، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <extracomment>Cancelled</extracomment>
        <translation>أُلغي.</translation>
    </message>
    <message>
        <source>More than one device is called {subject}. Give its device id instead: {detail}.</source>
        <extracomment>AmbiguousDevice</extracomment>
        <translation>يحمل أكثر من جهاز الاسم {subject}. استخدم معرّف الجهاز بدلًا منه: {detail}.</translation>
    </message>
    <message>
        <source>No computer called {subject} was found. Check the spelling, or use its address.</source>
        <extracomment>UnknownHost</extracomment>
        <translation>لم يُعثر على كمبيوتر باسم {subject}. تحقق من كتابة الاسم، أو استخدم عنوانه.</translation>
    </message>
    <message>
        <source>No device called {subject} was found. Open desktopxfer there, or give its address instead.</source>
        <extracomment>DeviceNotFound</extracomment>
        <translation>لم يُعثر على جهاز باسم {subject}. افتح desktopxfer هناك، أو استخدم عنوانه بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>No known device has the name or id {subject}. See the devices and their ids with: desktopxfer devices.</source>
        <extracomment>UnknownDevice</extracomment>
        <translation>لا يوجد جهاز معروف بالاسم أو المعرّف {subject}. لعرض الأجهزة ومعرّفاتها: ⁦desktopxfer devices⁩.</translation>
    </message>
    <message>
        <source>No transfer has the id {subject}. See them and their ids with: desktopxfer history.</source>
        <extracomment>NoSuchTransfer</extracomment>
        <translation>لا توجد عملية نقل بالمعرّف {subject}. لعرض عمليات النقل ومعرّفاتها: ⁦desktopxfer history⁩.</translation>
    </message>
    <message>
        <source>Nobody answered at {subject}. Ask the person there, then try again.</source>
        <extracomment>NoAnswer</extracomment>
        <translation>لم يرد أحد عند {subject}. اسأل الشخص هناك، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Nobody here answered in time, so what {subject} offered was declined. Ask for it to be sent again.</source>
        <extracomment>Unanswered</extracomment>
        <translation>لم يرد أحد هنا في الوقت المناسب، لذا رُفض ما عرضه {subject}. اطلب إعادة إرساله.</translation>
    </message>
    <message>
        <source>None of the file managers that desktopxfer can be added to is installed here. These are Nautilus, Dolphin, Nemo, Caja and Thunar.</source>
        <extracomment>NoFileManager</extracomment>
        <translation>لم يُثبَّت هنا أيٌّ من برامج إدارة الملفات التي يمكن إضافة desktopxfer إليها، وهي Nautilus وDolphin وNemo وCaja وThunar.</translation>
    </message>
    <message>
        <source>Nothing answers at {subject}. Open desktopxfer there, or check address and port.</source>
        <extracomment>Refused</extracomment>
        <translation>لا شيء يستجيب عند {subject}. افتح desktopxfer هناك، أو تحقق من العنوان والمنفذ.</translation>
    </message>
    <message>
        <source>Paused. Resume it when you like: what has arrived is kept and not sent again.</source>
        <extracomment>Paused</extracomment>
        <translation>متوقف مؤقتًا. استأنفه متى شئت: ما وصل محفوظ ولن يُعاد إرساله.</translation>
    </message>
    <message>
        <source>Something went wrong: {detail}</source>
        <extracomment>DesktopxferError</extracomment>
        <translation>حدث خطأ ما: {detail}</translation>
    </message>
    <message>
        <source>That is too much for one transfer ({detail}). Send it in parts.</source>
        <extracomment>TooManyEntries</extracomment>
        <translation>هذا أكثر مما تسعه عملية نقل واحدة ({detail}). أرسله على أجزاء.</translation>
    </message>
    <message>
        <source>The codes were not the same on both screens, so {subject} is not trusted. Somebody may sit between the two devices: try again in another network before you send anything.</source>
        <extracomment>CodesDiffer</extracomment>
        <translation>لم يتطابق الرمزان على الشاشتين، لذا لم يصبح {subject} موثوقًا. قد يكون هناك من يتوسط بين الجهازين: أعد المحاولة في شبكة أخرى قبل أن ترسل أي شيء.</translation>
    </message>
    <message>
        <source>The connection to {subject} was lost before the end. Check the network, then try again from the computer that began.</source>
        <extracomment>ConnectionLost</extracomment>
        <translation>فُقد الاتصال مع {subject} قبل النهاية. تحقق من الشبكة، ثم أعد المحاولة من الكمبيوتر الذي بدأ النقل.</translation>
    </message>
    <message>
        <source>The disk is full: {subject} was not saved. Make room, then resume the transfer.</source>
        <extracomment>DiskFull</extracomment>
        <translation>القرص ممتلئ: لم يُحفظ {subject}. وفّر مساحة، ثم استأنف النقل.</translation>
    </message>
    <message>
        <source>The file {subject}, which holds the actions of a file manager, is damaged ({detail}) and was left as it is. Mend or remove it, then try again.</source>
        <extracomment>DamagedActions</extracomment>
        <translation>الملف {subject}، الذي يضم إجراءات مدير الملفات، تالف ({detail}) وتُرك كما هو. أصلحه أو أزله، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The file {subject}, which proves who this device is, is damaged ({detail}). Restore it from a backup; or remove it to start as a new device that others have to meet again.</source>
        <extracomment>DamagedIdentity</extracomment>
        <translation>الملف {subject}، الذي يثبت هوية هذا الجهاز، تالف ({detail}). استعده من نسخة احتياطية، أو أزله لتبدأ كجهاز جديد على الآخرين أن يتعرفوا عليه من جديد.</translation>
    </message>
    <message>
        <source>The folder {subject} cannot be used ({detail}). Choose another folder.</source>
        <extracomment>FolderUnusable</extracomment>
        <translation>لا يمكن استخدام المجلد {subject} ({detail}). اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>The folder {subject} is not there. Choose another folder.</source>
        <extracomment>FolderMissing</extracomment>
        <translation>المجلد {subject} غير موجود. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>The ids of several transfers begin with {subject}. Give more of it: {detail}.</source>
        <extracomment>AmbiguousTransfer</extracomment>
        <translation>تبدأ معرّفات عدة عمليات نقل بـ {subject}. اكتب مزيدًا من المعرّف: {detail}.</translation>
    </message>
    <message>
        <source>The list of files of a transfer is damaged ({detail}). It cannot be resumed.</source>
        <extracomment>DamagedList</extracomment>
        <translation>قائمة ملفات إحدى عمليات النقل تالفة ({detail}). لا يمكن استئنافها.</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program, so this device listens at port {detail}. Others find it all the same; only typed addresses need the new number.</source>
        <extracomment>PortReplaced</extracomment>
        <translation>يستخدم برنامج آخر المنفذ {subject}، لذا يتلقى هذا الجهاز الاتصالات على المنفذ {detail}. يعثر عليه الآخرون مع ذلك، والعناوين المكتوبة وحدها تحتاج إلى الرقم الجديد.</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program. Choose another port, or 0 for any.</source>
        <extracomment>PortTaken</extracomment>
        <translation>يستخدم برنامج آخر المنفذ {subject}. اختر منفذًا آخر، أو 0 لأي منفذ متاح.</translation>
    </message>
    <message>
        <source>The profile {subject} cannot be used ({detail}). Choose another with --profile.</source>
        <extracomment>ProfileUnusable</extracomment>
        <translation>لا يمكن استخدام ملف التعريف {subject} ({detail}). اختر ملفًا آخر باستخدام ⁦--profile⁩.</translation>
    </message>
    <message>
        <source>The program was closed. Resume to go on where it stopped.</source>
        <extracomment>Stopped</extracomment>
        <translation>أُغلق البرنامج. استأنف النقل ليُتابع من حيث توقف.</translation>
    </message>
    <message>
        <source>The screen {subject} cannot be used: nothing answers there, or this user may not use it. Check DISPLAY and XAUTHORITY.</source>
        <extracomment>ScreenUnreachable</extracomment>
        <translation>لا يمكن استخدام الشاشة {subject}: لا شيء يستجيب هناك، أو لا يُسمح لهذا المستخدم باستخدامها. تحقق من DISPLAY و XAUTHORITY.</translation>
    </message>
    <message>
        <source>There are no files, no picture and no text on the clipboard.</source>
        <extracomment>NothingToPaste</extracomment>
        <translation>لا توجد ملفات ولا صورة ولا نص في الحافظة.</translation>
    </message>
    <message>
        <source>There is no file or folder {subject}.</source>
        <extracomment>PathMissing</extracomment>
        <translation>لا يوجد ملف أو مجلد {subject}.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Without one there is the command line: {detail} --help.</source>
        <extracomment>NoScreen</extracomment>
        <translation>لا توجد شاشة لفتح نافذة عليها: لم يُعيَّن DISPLAY ولا WAYLAND_DISPLAY. من دون شاشة يوجد سطر الأوامر: ⁦{detail} --help⁩.</translation>
    </message>
    <message>
        <source>There is nothing to send: {subject}.</source>
        <extracomment>NothingToSend</extracomment>
        <translation>لا يوجد ما يُرسل: {subject}.</translation>
    </message>
    <message>
        <source>This computer cannot listen at {subject} ({detail}). Choose one of its own IP addresses, or 0.0.0.0 for all of them, and a port from 1024 on.</source>
        <extracomment>CannotListen</extracomment>
        <translation>لا يستطيع هذا الكمبيوتر تلقي الاتصالات على {subject} ({detail}). اختر أحد عناوين IP الخاصة به، أو 0.0.0.0 لجميعها، ومنفذًا من 1024 فصاعدًا.</translation>
    </message>
    <message>
        <source>This computer cannot look for other devices ({detail}). Check its network, or give the address of the other device instead.</source>
        <extracomment>CannotDiscover</extracomment>
        <translation>لا يستطيع هذا الكمبيوتر البحث عن أجهزة أخرى ({detail}). تحقق من شبكته، أو استخدم عنوان الجهاز الآخر بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>This computer lets desktopxfer open no further connection ({detail}). Wait until a transfer has ended, then try again.</source>
        <extracomment>OutOfDescriptors</extracomment>
        <translation>لا يسمح هذا الكمبيوتر لبرنامج desktopxfer بفتح اتصالات أخرى ({detail}). انتظر حتى تنتهي إحدى عمليات النقل، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>This text is not kept any more. Ask for it to be sent again.</source>
        <extracomment>TextGone</extracomment>
        <translation>لم يعد هذا النص محفوظًا. اطلب إعادة إرساله.</translation>
    </message>
    <message>
        <source>WARNING: what calls itself {subject} is not the device you trust: it shows another certificate, so nothing was sent or accepted. If {subject} was reinstalled, forget it in the list of devices and pair again; otherwise somebody may be posing as it.</source>
        <extracomment>IdentityChanged</extracomment>
        <translation>تحذير: ما يسمّي نفسه {subject} ليس الجهاز الذي تثق به: فهو يقدّم شهادة أخرى، لذا لم يُرسل أو يُقبل شيء. إذا أُعيد تثبيت {subject}، فانسه من قائمة الأجهزة وأعد الإقران، وإلا فقد يكون هناك من ينتحل هويته.</translation>
    </message>
    <message>
        <source>the other device</source>
        <translation>الجهاز الآخر</translation>
    </message>
    <message>
        <source>{subject} answers, but it is not desktopxfer: another program uses that port. Check the address and port.</source>
        <extracomment>NotDesktopxfer</extracomment>
        <translation>يستجيب {subject}، لكنه ليس desktopxfer: يستخدم برنامج آخر ذلك المنفذ. تحقق من العنوان والمنفذ.</translation>
    </message>
    <message>
        <source>{subject} arrived damaged and was thrown away. Resume the transfer: only what failed is sent again.</source>
        <extracomment>Damaged</extracomment>
        <translation>وصل {subject} تالفًا وتم التخلص منه. استأنف النقل: لا يُعاد إرسال إلا ما فشل.</translation>
    </message>
    <message>
        <source>{subject} cancelled.</source>
        <extracomment>CancelledThere</extracomment>
        <translation>ألغى {subject} النقل.</translation>
    </message>
    <message>
        <source>{subject} cannot be reached. Check that it is on, that it is in the same network and that desktopxfer is open there.</source>
        <extracomment>Unreachable</extracomment>
        <translation>يتعذر الوصول إلى {subject}. تحقق من أنه يعمل، وأنه في الشبكة نفسها، وأن desktopxfer مفتوح هناك.</translation>
    </message>
    <message>
        <source>{subject} cannot be read. Check its permissions.</source>
        <extracomment>Unreadable</extracomment>
        <translation>لا يمكن قراءة {subject}. تحقق من أذوناته.</translation>
    </message>
    <message>
        <source>{subject} cannot be written to. Choose another folder.</source>
        <extracomment>ReadOnlyFolder</extracomment>
        <translation>لا يمكن الكتابة في {subject}. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{subject} changed while it was being sent. Resume the transfer when nothing writes to it: only what failed is sent again.</source>
        <extracomment>ChangedWhileSending</extracomment>
        <translation>تغيّر {subject} أثناء إرساله. استأنف النقل عندما لا يكتب فيه شيء: لا يُعاد إرسال إلا ما فشل.</translation>
    </message>
    <message>
        <source>{subject} could not be changed ({detail}), so this computer is not set up as you wanted. Check the permissions, then try again.</source>
        <extracomment>CannotSetUp</extracomment>
        <translation>تعذر تغيير {subject} ({detail})، لذا لم يُعَد هذا الكمبيوتر كما أردت. تحقق من الأذونات، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>{subject} could not be saved: the disk reported a fault ({detail}).</source>
        <extracomment>DiskFailed</extracomment>
        <translation>تعذر حفظ {subject}: أبلغ القرص عن عطل ({detail}).</translation>
    </message>
    <message>
        <source>{subject} could not go on. Look at its screen for the reason.</source>
        <extracomment>FailedThere</extracomment>
        <translation>تعذرت المتابعة على {subject}. انظر إلى شاشته لمعرفة السبب.</translation>
    </message>
    <message>
        <source>{subject} could not save the files: its folder or disk cannot be written to.</source>
        <extracomment>CannotSave</extracomment>
        <translation>تعذر حفظ الملفات على {subject}: لا يمكن الكتابة في مجلده أو قرصه.</translation>
    </message>
    <message>
        <source>{subject} declined.</source>
        <extracomment>Declined</extracomment>
        <translation>رفض {subject} العرض.</translation>
    </message>
    <message>
        <source>{subject} did not arrive. Look at the other screen for the reason.</source>
        <extracomment>EntryFailed</extracomment>
        <translation>لم يصل {subject}. انظر إلى الشاشة الأخرى لمعرفة السبب.</translation>
    </message>
    <message>
        <source>{subject} does not accept files at the moment.</source>
        <extracomment>NotReceiving</extracomment>
        <translation>لا يقبل {subject} الملفات حاليًا.</translation>
    </message>
    <message>
        <source>{subject} does not have this transfer any more, so it cannot go on. It has to be sent again from the start.</source>
        <extracomment>UnknownTransfer</extracomment>
        <translation>لم تعد عملية النقل هذه لدى {subject}، لذا لا يمكن أن تستمر. يجب إعادة الإرسال من البداية.</translation>
    </message>
    <message>
        <source>{subject} has not enough free space for this.</source>
        <extracomment>NotEnoughSpace</extracomment>
        <translation>لا توجد على {subject} مساحة كافية لهذا.</translation>
    </message>
    <message>
        <source>{subject} has not paused: the program that runs it does not answer. Try again in a moment.</source>
        <extracomment>NotPaused</extracomment>
        <translation>لم يتوقف {subject} مؤقتًا: البرنامج الذي يشغّله لا يستجيب. أعد المحاولة بعد قليل.</translation>
    </message>
    <message>
        <source>{subject} is a device or a pipe, not a file, and was skipped.</source>
        <extracomment>NotAFile</extracomment>
        <translation>{subject} ملف جهاز أو أنبوب وليس ملفًا عاديًا، فتم تخطيه.</translation>
    </message>
    <message>
        <source>{subject} is a link and was skipped. Send what it points to instead.</source>
        <extracomment>LinkSkipped</extracomment>
        <translation>{subject} رابط، فتم تخطيه. أرسل ما يشير إليه بدلًا منه.</translation>
    </message>
    <message>
        <source>{subject} is already on its way, perhaps in another window of desktopxfer.</source>
        <extracomment>AlreadyRunning</extracomment>
        <translation>{subject} قيد النقل بالفعل، ربما في نافذة أخرى من desktopxfer.</translation>
    </message>
    <message>
        <source>{subject} is blocked on this computer. Unblock it in the list of devices first.</source>
        <extracomment>DeviceBlocked</extracomment>
        <translation>{subject} محظور على هذا الكمبيوتر. ألغِ حظره في قائمة الأجهزة أولًا.</translation>
    </message>
    <message>
        <source>{subject} is busy with too many transfers. Try again in a moment.</source>
        <extracomment>TooManyConnections</extracomment>
        <translation>{subject} مشغول بعمليات نقل كثيرة. أعد المحاولة بعد قليل.</translation>
    </message>
    <message>
        <source>{subject} is no longer there.</source>
        <extracomment>Vanished</extracomment>
        <translation>لم يعد {subject} موجودًا.</translation>
    </message>
    <message>
        <source>{subject} is not a device that you trust, and only for those anything can wait. Pair with it first, or send when it is there.</source>
        <extracomment>NotTrusted</extracomment>
        <translation>{subject} ليس جهازًا تثق به، ولا يمكن إبقاء شيء في الانتظار إلا للأجهزة الموثوقة. أقرنه أولًا، أو أرسل عندما يكون متصلًا.</translation>
    </message>
    <message>
        <source>{subject} is not an address. Write a name or address, with a port if it is not the usual one, like desk-pc, 192.168.1.20:26710 or [fe80::1%eth0]:26710.</source>
        <extracomment>BadAddress</extracomment>
        <translation>{subject} ليس عنوانًا. اكتب اسمًا أو عنوانًا، مع المنفذ إن لم يكن المعتاد، مثل ⁦desk-pc⁩ أو ⁦192.168.1.20:26710⁩ أو ⁦[fe80::1%eth0]:26710⁩.</translation>
    </message>
    <message>
        <source>{subject} is not on its way at the moment, so there is nothing to pause.</source>
        <extracomment>NotRunning</extracomment>
        <translation>{subject} ليس قيد النقل حاليًا، لذا لا يوجد ما يوقف مؤقتًا.</translation>
    </message>
    <message>
        <source>{subject} is not valid text (UTF-8). Send it as a file.</source>
        <extracomment>NotText</extracomment>
        <translation>{subject} ليس نصًا صالحًا (UTF-8). أرسله كملف.</translation>
    </message>
    <message>
        <source>{subject} is over: nothing is left of it to resume or to discard.</source>
        <extracomment>TransferOver</extracomment>
        <translation>انتهى {subject}: لم يبق منه ما يُستأنف أو يُحذف.</translation>
    </message>
    <message>
        <source>{subject} is this very device. Choose another one.</source>
        <extracomment>ConnectionToSelf</extracomment>
        <translation>{subject} هو هذا الجهاز نفسه. اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>{subject} lies too deep in folders within folders and was skipped. Send it alone.</source>
        <extracomment>TooDeep</extracomment>
        <translation>يقع {subject} على عمق كبير في مجلدات متداخلة فتم تخطيه. أرسله وحده.</translation>
    </message>
    <message>
        <source>{subject} paused this transfer. Resume it here or there: what has arrived is kept and not sent again.</source>
        <extracomment>PausedThere</extracomment>
        <translation>أوقف {subject} هذا النقل مؤقتًا. استأنفه هنا أو هناك: ما وصل محفوظ ولن يُعاد إرساله.</translation>
    </message>
    <message>
        <source>{subject} refused, because the name of a file or folder could do harm there.</source>
        <extracomment>NamesRefused</extracomment>
        <translation>رفض {subject} ذلك، لأن اسم ملف أو مجلد قد يسبب ضررًا هناك.</translation>
    </message>
    <message>
        <source>{subject} sent something that desktopxfer does not understand ({detail}), so the transfer was stopped.</source>
        <extracomment>ProtocolViolation</extracomment>
        <translation>أرسل {subject} ما لا يفهمه desktopxfer ({detail})، لذا أُوقف النقل.</translation>
    </message>
    <message>
        <source>{subject} shows a certificate that is not acceptable ({detail}). Nothing was sent.</source>
        <extracomment>BadCertificate</extracomment>
        <translation>يقدّم {subject} شهادة غير مقبولة ({detail}). لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>{subject} stopped answering. Check that it is awake and connected, then try again from the computer that began.</source>
        <extracomment>TimedOut</extracomment>
        <translation>توقف {subject} عن الاستجابة. تحقق من أنه ليس في وضع السكون وأنه متصل، ثم أعد المحاولة من الكمبيوتر الذي بدأ النقل.</translation>
    </message>
    <message>
        <source>{subject} uses a newer version of desktopxfer. Update desktopxfer on this computer.</source>
        <extracomment>UpdateHere</extracomment>
        <translation>يستخدم {subject} إصدارًا أحدث من desktopxfer. حدّث desktopxfer على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>{subject} uses an older version of desktopxfer. Update desktopxfer there.</source>
        <extracomment>UpdateThere</extracomment>
        <translation>يستخدم {subject} إصدارًا أقدم من desktopxfer. حدّث desktopxfer هناك.</translation>
    </message>
    <message>
        <source>{subject} was made by somebody else, so desktopxfer left it as it is. Move it away, then try again.</source>
        <extracomment>ForeignFile</extracomment>
        <translation>{subject} ليس من إنشاء desktopxfer، لذا تُرك كما هو. انقله من مكانه، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>{subject} was refused, because the name of a file or folder could do harm.</source>
        <extracomment>UnsafeName</extracomment>
        <translation>رُفض {subject}، لأن اسم ملف أو مجلد قد يسبب ضررًا.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A VPN ({interface}) takes all that leaves this computer, beside the local network ({local}).</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>تستحوذ شبكة VPN ({interface}) على كل ما يخرج من هذا الكمبيوتر، ما عدا الشبكة المحلية ({local}).</translation>
    </message>
    <message>
        <source>A firewall is on, on this computer ({firewall}).</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>جدار الحماية مفعّل على هذا الكمبيوتر ({firewall}).</translation>
    </message>
    <message>
        <source>A firewall or a security program on this computer forbids it. Let UDP port 5353 out, or add the other device by its address.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>يمنع ذلك جدار حماية أو برنامج أمان على هذا الكمبيوتر. اسمح بالصادر عبر منفذ UDP رقم 5353، أو أضف الجهاز الآخر بعنوانه.</translation>
    </message>
    <message>
        <source>A router or a VPN between the two gives several computers one address. This computer can send to {name}, but not the other way round. Connect both to the same network.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>يوجد بين الجهازين موجّه أو شبكة VPN يعطي عدة أجهزة كمبيوتر عنوانًا واحدًا. يستطيع هذا الكمبيوتر الإرسال إلى {name}، لكن ليس العكس. صِل الاثنين بالشبكة نفسها.</translation>
    </message>
    <message>
        <source>An administrator can see it with.</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>يستطيع المسؤول معرفة ذلك بالأمر التالي.</translation>
    </message>
    <message>
        <source>Another program may keep UDP port 5353 for itself. End it, or add the other device by its address.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>قد يكون برنامج آخر يحتكر منفذ UDP رقم 5353. أنهِ ذلك البرنامج، أو أضف الجهاز الآخر بعنوانه.</translation>
    </message>
    <message>
        <source>Check again in a minute.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>أعد الفحص بعد دقيقة.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>أعد الفحص.</translation>
    </message>
    <message>
        <source>Check that {name} is on and awake, in the same network, and that a firewall there does not drop what comes to TCP port {port}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>تحقق من أن {name} يعمل وليس في وضع السكون، وأنه في الشبكة نفسها، وأن جدار الحماية هناك لا يُسقط ما يصل إلى منفذ TCP رقم {port}.</translation>
    </message>
    <message>
        <source>Choose another address to listen at, or none for all of them.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>اختر عنوانًا آخر لتلقي الاتصالات، أو لا تحدد أي عنوان لاستخدام جميع العناوين.</translation>
    </message>
    <message>
        <source>Computers on the same cable may find each other all the same. If it should be in a network, connect it anew, or start the router again: it gives out addresses.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>قد تعثر أجهزة الكمبيوتر الموصولة بالكبل نفسه بعضها على بعض مع ذلك. إذا كان يُفترض أن يكون في شبكة، فأعد توصيله، أو أعد تشغيل الموجّه: فهو الذي يوزع العناوين.</translation>
    </message>
    <message>
        <source>Connect it anew. If that does not help, start the router again: it gives out addresses.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>أعد توصيله. إذا لم يُجدِ ذلك، فأعد تشغيل الموجّه: فهو الذي يوزع العناوين.</translation>
    </message>
    <message>
        <source>If others cannot reach this computer, let TCP port {port} in.</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>إذا تعذر على الآخرين الوصول إلى هذا الكمبيوتر، فاسمح بالوارد عبر منفذ TCP رقم {port}.</translation>
    </message>
    <message>
        <source>It may be visible to nobody; or a firewall there drops UDP port 5353, or the network between. Its address is enough to send to it.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>قد لا يكون مرئيًا لأحد، أو قد يُسقط جدار حماية هناك أو الشبكة بينكما ما يمر بمنفذ UDP رقم 5353. عنوانه يكفي للإرسال إليه.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in, or add the other device by its address.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>اسمح بالوارد عبر منفذ UDP رقم 5353، أو أضف الجهاز الآخر بعنوانه.</translation>
    </message>
    <message>
        <source>Many VPNs keep the local network out. If a device is not found or not reached, switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>تحجب شبكات VPN كثيرة الشبكة المحلية. إذا لم يُعثر على جهاز أو تعذر الوصول إليه، فأوقف تشغيل VPN، أو اسمح بالشبكة المحلية في إعداداتها.</translation>
    </message>
    <message>
        <source>No firewall on this computer stands in the way ({firewall}).</source>
        <extracomment>FIREWALL_OFF</extracomment>
        <translation>لا يعيق الاتصال جدار حماية على هذا الكمبيوتر ({firewall}).</translation>
    </message>
    <message>
        <source>No firewall program that desktopxfer knows is on this computer.</source>
        <extracomment>FIREWALL_UNKNOWN</extracomment>
        <translation>لا يوجد على هذا الكمبيوتر برنامج جدار حماية يعرفه desktopxfer.</translation>
    </message>
    <message>
        <source>No other computer can send to this one. {error}</source>
        <extracomment>NOT_LISTENING</extracomment>
        <translation>لا يستطيع أي كمبيوتر آخر الإرسال إلى هذا الكمبيوتر. {error}</translation>
    </message>
    <message>
        <source>Nothing answers at {address}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>لا شيء يستجيب عند {address}.</translation>
    </message>
    <message>
        <source>On that computer, let TCP port {port} in. Where ufw is the firewall.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>على ذلك الكمبيوتر، اسمح بالوارد عبر منفذ TCP رقم {port}. إذا كان جدار الحماية ufw فبالأمر التالي.</translation>
    </message>
    <message>
        <source>On this computer, let TCP port {port} in.</source>
        <extracomment>BLOCKED_HERE
----------
REFUSED_HERE</extracomment>
        <translation>على هذا الكمبيوتر، اسمح بالوارد عبر منفذ TCP رقم {port}.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) cannot be heard: {detail}.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>على {interface}، لا يمكن سماع الإعلانات (mDNS): {detail}.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, and other computers are heard.</source>
        <extracomment>MDNS_HEARD</extracomment>
        <translation>على {interface}، تخرج الإعلانات (mDNS) وتصل، وتُسمع أجهزة كمبيوتر أخرى.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, but no other computer was heard.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>على {interface}، تخرج الإعلانات (mDNS) وتصل، لكن لم يُسمع أي كمبيوتر آخر.</translation>
    </message>
    <message>
        <source>On {interface}, this computer may not send announcements (mDNS): {detail}.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>على {interface}، لا يُسمح لهذا الكمبيوتر بإرسال الإعلانات (mDNS): {detail}.</translation>
    </message>
    <message>
        <source>On {interface}, what comes to UDP port 5353 (mDNS) does not arrive: a firewall on this computer drops it, so no device is found there.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>على {interface}، لا يصل ما يُرسل إلى منفذ UDP رقم 5353 (mDNS): يُسقطه جدار حماية على هذا الكمبيوتر، لذا لا يُعثر على أي جهاز هناك.</translation>
    </message>
    <message>
        <source>Open desktopxfer there. If it is open, the bottom of its window says at which port; or a firewall there refuses TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>افتح desktopxfer هناك. إن كان مفتوحًا، فأسفل نافذته يبيّن رقم المنفذ، أو أن جدار حماية هناك يرفض منفذ TCP رقم {port}.</translation>
    </message>
    <message>
        <source>Others find it all the same. Typed addresses and rules of firewalls need the new number.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>يعثر عليه الآخرون مع ذلك. تحتاج العناوين المكتوبة وقواعد جدران الحماية إلى الرقم الجديد.</translation>
    </message>
    <message>
        <source>Pair with it, or let everyone see it for a while, and check again.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>أقرنه، أو اجعله مرئيًا للجميع لفترة، ثم أعد الفحص.</translation>
    </message>
    <message>
        <source>Plug in a cable or join a Wi-Fi.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>صِل كبلًا أو اتصل بشبكة Wi-Fi.</translation>
    </message>
    <message>
        <source>Plug in its cable, or join a Wi-Fi. If it is plugged in, look at the other end.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>صِل كبله، أو اتصل بشبكة Wi-Fi. إن كان موصولًا، فتحقق من طرفه الآخر.</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>شغّله.</translation>
    </message>
    <message>
        <source>Switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>أوقف تشغيل VPN، أو اسمح بالشبكة المحلية في إعداداتها.</translation>
    </message>
    <message>
        <source>TCP port {wanted} is used by another program, so desktopxfer listens at {port}.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>يستخدم برنامج آخر منفذ TCP رقم {wanted}، لذا يتلقى desktopxfer الاتصالات على المنفذ {port}.</translation>
    </message>
    <message>
        <source>That is as it should be if desktopxfer is open on no other computer there. Otherwise the network keeps its computers apart, as guest Wi-Fi does: add the other one by its address.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>هذا طبيعي إذا لم يكن desktopxfer مفتوحًا على أي كمبيوتر آخر هناك. وإلا فالشبكة تعزل أجهزتها بعضها عن بعض، كما تفعل شبكات Wi-Fi للضيوف: أضف الكمبيوتر الآخر بعنوانه.</translation>
    </message>
    <message>
        <source>The computer at {address} is there, but takes no connection at TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>الكمبيوتر ذو العنوان {address} موجود، لكنه لا يقبل الاتصال على منفذ TCP رقم {port}.</translation>
    </message>
    <message>
        <source>The connection to {name} broke while it tried to reach this computer.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>انقطع الاتصال مع {name} أثناء محاولته الوصول إلى هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>The firewall on this computer ({firewall}) lets TCP port {port} in.</source>
        <extracomment>FIREWALL_OPEN</extracomment>
        <translation>يسمح جدار الحماية على هذا الكمبيوتر ({firewall}) بالوارد عبر منفذ TCP رقم {port}.</translation>
    </message>
    <message>
        <source>The way to {name} ({address}) leads through a VPN ({interface}).</source>
        <extracomment>VPN_TO_DEVICE</extracomment>
        <translation>يمر الطريق إلى {name} ({address}) عبر شبكة VPN ({interface}).</translation>
    </message>
    <message>
        <source>The way to {name} ends early. {error}</source>
        <extracomment>REACH_FAILED</extracomment>
        <translation>ينقطع الطريق إلى {name} قبل نهايته. {error}</translation>
    </message>
    <message>
        <source>This computer is in a network: {addresses}.</source>
        <extracomment>ADDRESSES</extracomment>
        <translation>هذا الكمبيوتر متصل بشبكة: {addresses}.</translation>
    </message>
    <message>
        <source>This computer is in no network: only programs on it can reach each other.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>هذا الكمبيوتر غير متصل بأي شبكة: لا يصل بعضها إلى بعض إلا البرامج التي عليه.</translation>
    </message>
    <message>
        <source>To receive something, open it.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>لاستقبال شيء، افتحه.</translation>
    </message>
    <message>
        <source>Update it, or check from there.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>حدّثه، أو أجرِ الفحص من هناك.</translation>
    </message>
    <message>
        <source>What is meant for {name} goes into a VPN ({interface}), although its address {address} is one of the local network ({local}).</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>ما يُرسل إلى {name} يذهب إلى شبكة VPN ({interface})، مع أن عنوانه {address} من عناوين الشبكة المحلية ({local}).</translation>
    </message>
    <message>
        <source>Whether a firewall on this computer is in the way could not be read ({reason}).</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>تعذرت معرفة ما إذا كان جدار حماية على هذا الكمبيوتر يعيق الاتصال ({reason}).</translation>
    </message>
    <message>
        <source>desktopxfer is not open here at the moment. For this check it answers at TCP port {port}.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>برنامج desktopxfer غير مفتوح هنا حاليًا. لأجل هذا الفحص يستجيب على منفذ TCP رقم {port}.</translation>
    </message>
    <message>
        <source>desktopxfer is open here and listens at TCP port {port}.</source>
        <extracomment>LISTENING</extracomment>
        <translation>برنامج desktopxfer مفتوح هنا ويتلقى الاتصالات على منفذ TCP رقم {port}.</translation>
    </message>
    <message>
        <source>desktopxfer listens at {host} only, where no other computer can reach it.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>يتلقى desktopxfer الاتصالات على {host} فقط، حيث لا يستطيع أي كمبيوتر آخر الوصول إليه.</translation>
    </message>
    <message>
        <source>{error}</source>
        <extracomment>NOT_FOUND</extracomment>
        <translation>{error}</translation>
    </message>
    <message>
        <source>{interface} has only an address that it gave itself.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>ليس لدى {interface} سوى عنوان أعطاه لنفسه.</translation>
    </message>
    <message>
        <source>{interface} is connected, but has no address.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>{interface} متصل، لكن ليس له عنوان.</translation>
    </message>
    <message>
        <source>{interface} is not connected to anything.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>{interface} غير متصل بأي شيء.</translation>
    </message>
    <message>
        <source>{interface} is switched off.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>{interface} متوقف عن التشغيل.</translation>
    </message>
    <message>
        <source>{name} answers at {address}.</source>
        <extracomment>REACHED</extracomment>
        <translation>يستجيب {name} على العنوان {address}.</translation>
    </message>
    <message>
        <source>{name} answers, but its announcements (mDNS) were not heard.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>يستجيب {name}، لكن لم تُسمع إعلاناته (mDNS).</translation>
    </message>
    <message>
        <source>{name} cannot reach this computer: what comes to TCP port {port} is dropped, most likely by a firewall on this computer.</source>
        <extracomment>BLOCKED_HERE</extracomment>
        <translation>لا يستطيع {name} الوصول إلى هذا الكمبيوتر: ما يصل إلى منفذ TCP رقم {port} يُسقَط، وعلى الأرجح بسبب جدار حماية على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>{name} could not reach this computer, and does not say why.</source>
        <extracomment>BACK_FAILED</extracomment>
        <translation>تعذر على {name} الوصول إلى هذا الكمبيوتر، ولم يذكر السبب.</translation>
    </message>
    <message>
        <source>{name} does not take requests of this device, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>لا يقبل {name} طلبات هذا الجهاز، لذا لا يُعرف إن كان يصل إلى هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>{name} has an older desktopxfer, which cannot try whether it reaches this computer.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>لدى {name} إصدار أقدم من desktopxfer لا يستطيع تجربة الوصول إلى هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>{name} is busy, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>{name} مشغول، لذا لا يُعرف إن كان يصل إلى هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>{name} is in the network, but TCP port {port} of it ({address}) does not answer: most likely a firewall on that computer drops what comes to it.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>{name} موجود في الشبكة، لكن منفذ TCP رقم {port} لديه ({address}) لا يستجيب: على الأرجح يُسقط جدار حماية على ذلك الكمبيوتر ما يصل إليه.</translation>
    </message>
    <message>
        <source>{name} is refused at TCP port {port} of this computer, most likely by a firewall on it.</source>
        <extracomment>REFUSED_HERE</extracomment>
        <translation>يُرفض اتصال {name} على منفذ TCP رقم {port} لهذا الكمبيوتر، وعلى الأرجح بسبب جدار حماية عليه.</translation>
    </message>
    <message>
        <source>{name} meets something else where this computer should be, at TCP port {port}.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>يصل {name} إلى شيء آخر في مكان هذا الكمبيوتر، على منفذ TCP رقم {port}.</translation>
    </message>
    <message>
        <source>{name} reaches this computer at TCP port {port}.</source>
        <extracomment>REACHED_BACK</extracomment>
        <translation>يصل {name} إلى هذا الكمبيوتر على منفذ TCP رقم {port}.</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>Answering…</source>
        <translation>جارٍ الرد…</translation>
    </message>
    <message>
        <source>Asking {name} to go on…</source>
        <translation>جارٍ طلب المتابعة من {name}…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>الرمز {code}</translation>
    </message>
    <message>
        <source>Comparing what is there…</source>
        <translation>جارٍ مقارنة ما هو موجود…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Connection lost, trying again…</source>
        <translation>فُقد الاتصال، تُعاد المحاولة…</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Interrupted at {percent}: {why}</source>
        <translation>انقطع عند {percent}: {why}</translation>
    </message>
    <message>
        <source>Interrupted: {why}</source>
        <translation>انقطع: {why}</translation>
    </message>
    <message>
        <source>Last seen today</source>
        <translation>آخر ظهور اليوم</translation>
    </message>
    <message>
        <source>Last seen yesterday</source>
        <translation>آخر ظهور أمس</translation>
    </message>
    <message>
        <source>Last seen {date}</source>
        <translation>آخر ظهور {date}</translation>
    </message>
    <message>
        <source>Looking through the folders…</source>
        <translation>جارٍ استعراض المجلدات…</translation>
    </message>
    <message>
        <source>Making sure that everything is saved…</source>
        <translation>جارٍ التأكد من حفظ كل شيء…</translation>
    </message>
    <message>
        <source>Never answered yet</source>
        <translation>لم يستجب قط</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>لم يظهر</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Paused at {percent}</source>
        <translation>متوقف مؤقتًا عند {percent}</translation>
    </message>
    <message>
        <source>Paused by {name}</source>
        <translation>أوقفه {name} مؤقتًا</translation>
    </message>
    <message>
        <source>Paused by {name} at {percent}</source>
        <translation>أوقفه {name} مؤقتًا عند {percent}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>تم الاستلام</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>تم الإرسال</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Text, {size}</source>
        <translation>نص، {size}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>اليوم {time}</translation>
    </message>
    <message>
        <source>Waiting for {name} to accept…</source>
        <translation>في انتظار قبول {name}…</translation>
    </message>
    <message>
        <source>Waiting for {name} to come online</source>
        <translation>في انتظار اتصال {name}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>أمس {time}</translation>
    </message>
    <message>
        <source>a text, {size}</source>
        <translation>نص، {size}</translation>
    </message>
    <message>
        <source>days</source>
        <translation>أيام</translation>
    </message>
    <message>
        <source>desktopxfer was closed.</source>
        <translation>أُغلق desktopxfer.</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>من {name}</translation>
    </message>
    <message>
        <source>the connection was lost.</source>
        <translation>فُقد الاتصال.</translation>
    </message>
    <message>
        <source>the disk is full. Make room, and it goes on by itself.</source>
        <translation>القرص ممتلئ. وفّر مساحة فيُستأنف تلقائيًا.</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>إلى {name}</translation>
    </message>
    <message>
        <source>waiting for data</source>
        <translation>في انتظار البيانات</translation>
    </message>
    <message>
        <source>{amount} in {duration}</source>
        <translation>{amount} خلال {duration}</translation>
    </message>
    <message>
        <source>{chosen} of {total} offered</source>
        <translation>{chosen} من {total} معروضة</translation>
    </message>
    <message>
        <source>{count} B</source>
        <translation>{count} بايت</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} د</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} ث</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>بقي {duration}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>يتعذر الوصول إلى {name}.</translation>
    </message>
    <message>
        <source>{name} has no room for it. It goes on when there is some.</source>
        <translation>لا توجد مساحة كافية لدى {name}. يُستأنف عند توفرها.</translation>
    </message>
    <message>
        <source>{name} wants to send {amount}</source>
        <translation>يريد {name} إرسال {amount}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}٪</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/ث</translation>
    </message>
</context>
</TS>
