<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Action</name>
    <message>
        <source>Answer…</source>
        <translation>Responder…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>Copiar el error</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnosticar…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Reintentar los fallidos</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Show only what failed</source>
        <translation>Mostrar solo lo que falló</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Mostrar el texto</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>Mostrar los archivos</translation>
    </message>
    <message>
        <source>Try to send now</source>
        <translation>Intentar enviar ahora</translation>
    </message>
</context>
<context>
    <name>AddAddress</name>
    <message>
        <source>Add by address</source>
        <translation>Añadir por dirección</translation>
    </message>
    <message>
        <source>Add this device</source>
        <translation>Añadir este dispositivo</translation>
    </message>
    <message>
        <source>Address of the device</source>
        <translation>Dirección del dispositivo</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Nombre o dirección</translation>
    </message>
    <message>
        <source>Such as desk-pc or 192.168.1.20</source>
        <translation>Por ejemplo, pc-salon o 192.168.1.20</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Check with</source>
        <translation>Comprobar con</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Comprobación de la conexión</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>Device to check the connection with</source>
        <translation>Dispositivo con el que comprobar la conexión</translation>
    </message>
    <message>
        <source>Looking for what may be in the way…</source>
        <translation>Buscando posibles obstáculos…</translation>
    </message>
    <message>
        <source>No device: look at this computer only</source>
        <translation>Ninguno: revisar solo este equipo</translation>
    </message>
    <message>
        <source>No problem was found, but something may be in the way.</source>
        <translation>No se encontró ningún problema, pero puede que algo impida la conexión.</translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>No se encontró ningún problema.</translation>
    </message>
    <message>
        <source>Something is in the way.</source>
        <translation>Algo impide la conexión.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>CloseChoice</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>It can go on without its window: transfers continue, and others can send to you. Its icon in the tray brings the window back.</source>
        <translation>Puede seguir sin su ventana: las transferencias continúan y los demás pueden enviarte archivos. Su icono en la bandeja del sistema vuelve a mostrar la ventana.</translation>
    </message>
    <message>
        <source>Keep desktopxfer running?</source>
        <translation>¿Mantener desktopxfer en ejecución?</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Mantener en ejecución</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>What you choose holds from now on. The settings can change it.</source>
        <translation>Tu elección vale de ahora en adelante. Puedes cambiarla en los ajustes.</translation>
    </message>
</context>
<context>
    <name>ConflictChoice</name>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>&amp;Skip identical</source>
        <translation>Omitir los &amp;idénticos</translation>
    </message>
    <message>
        <source>Ask for &amp;each</source>
        <translation>&amp;Preguntar por cada uno</translation>
    </message>
    <message>
        <source>Each file that is there is replaced by the one that arrives. Folders are merged, and nothing else in them is touched.</source>
        <translation>Cada archivo existente se reemplaza por el que llega. Las carpetas se combinan y no se toca nada más de su contenido.</translation>
    </message>
    <message>
        <source>Files that are there with the same content are not sent again; of the others both are kept. Folders are merged.</source>
        <translation>Los archivos que ya están con el mismo contenido no se envían de nuevo; de los demás se conservan ambos. Las carpetas se combinan.</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>Conservar &amp;ambos</translation>
    </message>
    <message>
        <source>Remember this for {name}</source>
        <translation>Recordar esto para {name}</translation>
    </message>
    <message>
        <source>What arrives gets another name, with (2) behind it.</source>
        <translation>Lo que llega recibe otro nombre, con (2) al final.</translation>
    </message>
    <message>
        <source>What is chosen for a file holds if it differs from the one that is there. Folders are merged.</source>
        <translation>Lo que elijas para un archivo se aplica si es distinto del que ya está. Las carpetas se combinan.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” and %Ln more are in this folder already.</source>
        <translation>
            <numerusform>«{name}» y %Ln más ya están en esta carpeta.</numerusform>
            <numerusform>«{name}» y %Ln más ya están en esta carpeta.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is in this folder already.</source>
        <translation>«{name}» ya está en esta carpeta.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln falló</numerusform>
            <numerusform>%Ln fallaron</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) had changed and were sent anew</source>
        <translation>
            <numerusform>%Ln archivo había cambiado y se envió de nuevo</numerusform>
            <numerusform>%Ln archivos habían cambiado y se enviaron de nuevo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln elemento</numerusform>
            <numerusform>%Ln elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} failed</source>
        <translation>
            <numerusform>%Ln de {total} falló</numerusform>
            <numerusform>%Ln de {total} fallaron</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s) that you have not answered yet are cancelled.</source>
        <translation>
            <numerusform>Se cancela %Ln solicitud que aún no respondiste.</numerusform>
            <numerusform>Se cancelan %Ln solicitudes que aún no respondiste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln omitido</numerusform>
            <numerusform>%Ln omitidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are not finished and can go on when desktopxfer is open again.</source>
        <translation>
            <numerusform>%Ln transferencia no ha terminado y puede continuar cuando vuelvas a abrir desktopxfer.</numerusform>
            <numerusform>%Ln transferencias no han terminado y pueden continuar cuando vuelvas a abrir desktopxfer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen %Ln day(s) ago</source>
        <translation>
            <numerusform>Visto por última vez hace %Ln día</numerusform>
            <numerusform>Visto por última vez hace %Ln días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{addresses} and %Ln more</source>
        <translation>
            <numerusform>{addresses} y %Ln más</numerusform>
            <numerusform>{addresses} y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{first} and %Ln more</source>
        <translation>
            <numerusform>{first} y %Ln más</numerusform>
            <numerusform>{first} y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceAction</name>
    <message>
        <source>Accept automatically into…</source>
        <translation>Aceptar automáticamente en…</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Copy device id</source>
        <translation>Copiar el id. del dispositivo</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnosticar…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Pair…</source>
        <translation>Vincular…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Enviar una carpeta…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Enviar archivos…</translation>
    </message>
    <message>
        <source>Send text…</source>
        <translation>Enviar texto…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
</context>
<context>
    <name>DeviceControl</name>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Block device?</source>
        <translation>¿Bloquear el dispositivo?</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forget device?</source>
        <translation>¿Olvidar el dispositivo?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>Where to save what {name} sends</source>
        <translation>Dónde guardar lo que envía {name}</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more and may ask for nothing. To trust it again, you have to unblock it and to compare codes.</source>
        <translation>{name} dejará de ser de confianza y no podrá pedir nada. Para volver a confiar en él tendrás que desbloquearlo y comparar los códigos.</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more. When it appears again, it will be a new device; to trust it, you have to compare codes.</source>
        <translation>{name} dejará de ser de confianza. Cuando vuelva a aparecer será un dispositivo nuevo; para confiar en él tendrás que comparar los códigos.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Accept automatically into {folder}</source>
        <translation>Aceptar automáticamente en {folder}</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
</context>
<context>
    <name>DeviceModel</name>
    <message>
        <source>Accepted automatically into {folder}</source>
        <translation>Se acepta automáticamente en {folder}</translation>
    </message>
    <message>
        <source>Not the device you trust</source>
        <translation>No es el dispositivo en el que confías</translation>
    </message>
    <message>
        <source>calls itself {name}</source>
        <translation>se hace llamar {name}</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>No devices found yet</source>
        <translation>Aún no se encontraron dispositivos</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, or add its address below.</source>
        <translation>Abre desktopxfer en el otro equipo o añade su dirección abajo.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Enviar a</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>Enviar a %Ln dispositivo</numerusform>
            <numerusform>Enviar a %Ln dispositivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to which devices?</source>
        <translation>¿A qué dispositivos enviar?</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose a folder to send</source>
        <translation>Elegir una carpeta para enviar</translation>
    </message>
    <message>
        <source>Choose devices…</source>
        <translation>Elegir dispositivos…</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>Elegir archivos para enviar</translation>
    </message>
    <message>
        <source>Do not send them</source>
        <translation>No enviarlos</translation>
    </message>
    <message>
        <source>Drop files or folders on a device, or anywhere to choose one</source>
        <translation>Suelta archivos o carpetas en un dispositivo, o aquí para elegirlo</translation>
    </message>
    <message>
        <source>Drop here to choose the devices</source>
        <translation>Suelta aquí para elegir los dispositivos</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Archivos…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Carpeta…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>Texto…</translation>
    </message>
    <message>
        <source>Write a text to send</source>
        <translation>Escribir un texto para enviar</translation>
    </message>
    <message>
        <source>{items}: choose a device</source>
        <translation>{items}: elige un dispositivo</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>No aceptado</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>{name}: can run as a program</source>
        <translation>{name}: se puede ejecutar como programa</translation>
    </message>
    <message>
        <source>{name}: hidden, can change how programs behave</source>
        <translation>{name}: oculto, puede cambiar el comportamiento de los programas</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Copy the command</source>
        <translation>Copiar el comando</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <source>Write the whole path of the folder, such as {example}.</source>
        <translation>Escribe la ruta completa de la carpeta, por ejemplo {example}.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>Everyone for %Ln minute(s), then trusted devices only</source>
        <translation>
            <numerusform>Todos durante %Ln minuto, después solo dispositivos de confianza</numerusform>
            <numerusform>Todos durante %Ln minutos, después solo dispositivos de confianza</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone nearby can see it and offer files</source>
        <translation>Todos los cercanos pueden verlo y ofrecer archivos</translation>
    </message>
    <message>
        <source>Nobody can see it or offer files</source>
        <translation>Nadie puede verlo ni ofrecer archivos</translation>
    </message>
    <message>
        <source>Only trusted devices can offer files</source>
        <translation>Solo los dispositivos de confianza pueden ofrecer archivos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>This device · {id}</source>
        <translation>Este dispositivo · {id}</translation>
    </message>
    <message>
        <source>Trusted devices only</source>
        <translation>Solo dispositivos de confianza</translation>
    </message>
    <message>
        <source>Visible to everyone</source>
        <translation>Visible para todos</translation>
    </message>
    <message>
        <source>Visible to everyone for {duration}</source>
        <translation>Visible para todos durante {duration}</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>Visible para nadie</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>All past transfers are forgotten, with the texts that came. The files stay where they are.</source>
        <translation>Se olvidan todas las transferencias anteriores, junto con los textos recibidos. Los archivos se quedan donde están.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>Borrar el historial</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>¿Borrar el historial?</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>No past transfers</source>
        <translation>No hay transferencias anteriores</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Search by name, device or folder</source>
        <translation>Buscar por nombre, dispositivo o carpeta</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Buscar en el historial</translation>
    </message>
    <message>
        <source>What you send and receive is listed here when it is over.</source>
        <translation>Lo que envías y recibes aparece aquí cuando termina.</translation>
    </message>
</context>
<context>
    <name>IntegrationField</name>
    <message>
        <source>A file manager that is open may show it only when it is started again.</source>
        <translation>Un gestor de archivos abierto puede mostrarlo solo al reiniciarlo.</translation>
    </message>
    <message>
        <source>Start with the computer, in the background</source>
        <translation>Iniciar con el equipo, en segundo plano</translation>
    </message>
    <message>
        <source>“Send with desktopxfer” in the file manager</source>
        <translation>«Enviar con desktopxfer» en el gestor de archivos</translation>
    </message>
</context>
<context>
    <name>LeftoverList</name>
    <message>
        <source>Discard the part files of {name}</source>
        <translation>Descartar los archivos parciales de {name}</translation>
    </message>
    <message>
        <source>Part files of interrupted transfers, kept so that they can go on</source>
        <translation>Archivos parciales de transferencias interrumpidas, guardados para poder continuarlas</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Active</source>
        <translation>Activas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpiar</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Quitar las terminadas</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Drop files or folders on a device to send them. What others send to you appears here and asks you first.</source>
        <translation>Suelta archivos o carpetas en un dispositivo para enviarlos. Lo que te envían los demás aparece aquí y te pregunta primero.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>If it does not appear, add this one there by its address: {address}</source>
        <translation>Si no aparece, añade allí este equipo por su dirección: {address}</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>Aún no hay dispositivos</translation>
    </message>
    <message>
        <source>No transfers yet</source>
        <translation>Aún no hay transferencias</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation>Nada falló</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>No hay nada en curso</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, in the same network.</source>
        <translation>Abre desktopxfer en el otro equipo, en la misma red.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Quit desktopxfer?</source>
        <translation>¿Salir de desktopxfer?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Takes what has ended off the list; the files stay</source>
        <translation>Quita de la lista lo que ha terminado; los archivos se quedan</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferencias</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Responder…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Dispositivo nuevo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Mostrar el texto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>{name} te envió un texto</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>{name} quiere enviarte un texto</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} quiere enviarte archivos</translation>
    </message>
    <message>
        <source>{title} did not arrive</source>
        <translation>{title} no llegó</translation>
    </message>
    <message>
        <source>{title} has arrived</source>
        <translation>{title} ha llegado</translation>
    </message>
    <message>
        <source>{title} was interrupted</source>
        <translation>{title} se interrumpió</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln carpeta</numerusform>
            <numerusform>%Ln carpetas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the files can run as program(s).</source>
        <translation>
            <numerusform>%Ln de los archivos se puede ejecutar como programa.</numerusform>
            <numerusform>%Ln de los archivos se pueden ejecutar como programas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation>Elegir dónde guardar</translation>
    </message>
    <message>
        <source>Not enough space: {wanted} needed, {free} free. Choose another folder, or untick something.</source>
        <translation>No hay espacio suficiente: se necesitan {wanted}, quedan {free} libres. Elige otra carpeta o desmarca algo.</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <source>This folder does not answer. Choose another one.</source>
        <translation>Esta carpeta no responde. Elige otra.</translation>
    </message>
    <message>
        <source>Tick what you want to have.</source>
        <translation>Marca lo que quieres recibir.</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>Archivos ofrecidos</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln file(s), {size} of {total}</source>
        <translation>
            <numerusform>{count} de %Ln archivo, {size} de {total}</numerusform>
            <numerusform>{count} de %Ln archivos, {size} de {total}</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free, {after} after this</source>
        <translation>{free} libres, {after} después</translation>
    </message>
    <message>
        <source>{name} wants to send files</source>
        <translation>{name} quiere enviar archivos</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} quiere enviarte archivos</translation>
    </message>
</context>
<context>
    <name>OfferQuestion</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Block this device</source>
        <translation>Bloquear este dispositivo</translation>
    </message>
    <message>
        <source>Both screens show this code. Decline if they differ.</source>
        <translation>Ambas pantallas muestran este código. Rechaza si son distintos.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>Dispositivo {id}</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Dispositivo nuevo</translation>
    </message>
    <message>
        <source>The codes are the same: trust this device from now on</source>
        <translation>Los códigos son iguales: confiar en este dispositivo de ahora en adelante</translation>
    </message>
    <message>
        <source>{name} withdrew this offer.</source>
        <translation>{name} retiró esta solicitud.</translation>
    </message>
</context>
<context>
    <name>PairingDialog</name>
    <message>
        <source>Block this device</source>
        <translation>Bloquear este dispositivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Connecting to {name}…</source>
        <translation>Conectando con {name}…</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>Dispositivo {id}</translation>
    </message>
    <message>
        <source>Do both screens show this code?</source>
        <translation>¿Muestran ambas pantallas este código?</translation>
    </message>
    <message>
        <source>Do both screens show {code}?</source>
        <translation>¿Muestran ambas pantallas {code}?</translation>
    </message>
    <message>
        <source>Look at the other screen, or have its code read out to you. Only if they are the same is nobody between the two devices.</source>
        <translation>Mira la otra pantalla o pide que te lean su código. Solo si son iguales no hay nadie entre los dos dispositivos.</translation>
    </message>
    <message>
        <source>Not paired with {name}</source>
        <translation>No se vinculó con {name}</translation>
    </message>
    <message>
        <source>Pair with {name}</source>
        <translation>Vincular con {name}</translation>
    </message>
    <message>
        <source>The other screen shows the same code and asks the same question.</source>
        <translation>La otra pantalla muestra el mismo código y hace la misma pregunta.</translation>
    </message>
    <message>
        <source>Then both screens show a code, for the two of you to compare.</source>
        <translation>Después ambas pantallas muestran un código, para compararlo entre los dos.</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Son iguales</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Son distintos</translation>
    </message>
    <message>
        <source>Waiting for {name} to confirm…</source>
        <translation>Esperando a que {name} confirme…</translation>
    </message>
    <message>
        <source>desktopxfer knows this device from now on, by whatever name it goes, and warns you if another one takes its name.</source>
        <translation>desktopxfer reconoce este dispositivo a partir de ahora, se llame como se llame, y te avisa si otro usa su nombre.</translation>
    </message>
    <message>
        <source>{name} does not let new devices ask at the moment. Make it visible to everyone there, then pair again.</source>
        <translation>{name} no permite solicitudes de dispositivos nuevos en este momento. Hazlo visible para todos allí y vincúlalo de nuevo.</translation>
    </message>
    <message>
        <source>{name} is trusted now</source>
        <translation>{name} ya es de confianza</translation>
    </message>
    <message>
        <source>{name} wants to pair</source>
        <translation>{name} quiere vincularse</translation>
    </message>
</context>
<context>
    <name>PastAction</name>
    <message>
        <source>Copy what went wrong</source>
        <translation>Copiar el error</translation>
    </message>
    <message>
        <source>Remove from the history</source>
        <translation>Quitar del historial</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Mostrar el texto</translation>
    </message>
</context>
<context>
    <name>PastList</name>
    <message>
        <source>Past transfers</source>
        <translation>Transferencias anteriores</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
</context>
<context>
    <name>PathChooser</name>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose a folder to send</source>
        <translation>Elegir una carpeta para enviar</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>Elegir archivos para enviar</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>It calls itself {name}. Only you see the name that you give it.</source>
        <translation>Se hace llamar {name}. Solo tú ves el nombre que le pongas.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Rename device</source>
        <translation>Cambiar el nombre del dispositivo</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Puerto</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>&amp;Guardar en</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>&amp;Visible para</translation>
    </message>
    <message>
        <source>&amp;When closed</source>
        <translation>Al &amp;cerrar</translation>
    </message>
    <message>
        <source>All transfers together. Empty is no limit.</source>
        <translation>Todas las transferencias juntas. Vacío es sin límite.</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>El idioma cambia la próxima vez que se inicie el programa.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>El del sistema</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Integración</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Copy the whole device id</source>
        <translation>Copiar el id. completo del dispositivo</translation>
    </message>
    <message>
        <source>Device id {id}</source>
        <translation>Id. del dispositivo {id}</translation>
    </message>
    <message>
        <source>Everyone for a while</source>
        <translation>Todos durante un rato</translation>
    </message>
    <message>
        <source>Everyone for {duration}, then trusted devices only</source>
        <translation>Todos durante {duration}, después solo dispositivos de confianza</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>How long a lost connection is made again by itself. After that, or with 0, a transfer waits until you resume it.</source>
        <translation>Durante cuánto tiempo se restablece por sí sola una conexión perdida. Después, o con 0, la transferencia espera a que la reanudes.</translation>
    </message>
    <message>
        <source>In MB/s. Empty is no limit.</source>
        <translation>En MB/s. Vacío es sin límite.</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Seguir en la bandeja del sistema</translation>
    </message>
    <message>
        <source>Limit the speed to {slowest} MB/s or more, or leave it empty.</source>
        <translation>Limita la velocidad a {slowest} MB/s o más, o déjala vacía.</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>MB/s, &amp;receive at most</source>
        <translation>MB/s, recibir co&amp;mo máximo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Not&amp;ifications</source>
        <translation>N&amp;otificaciones</translation>
    </message>
    <message>
        <source>Of offers, and of what has arrived or failed while you look elsewhere.</source>
        <translation>De solicitudes, y de lo que llega o falla mientras no miras.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Receive at most</source>
        <translation>Recibir como máximo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Send at &amp;most</source>
        <translation>&amp;Enviar como máximo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Mostrar notificaciones</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Try a&amp;gain for</source>
        <translation>&amp;Reintentar durante</translation>
    </message>
    <message numerus="yes">
        <source>Try again for %Ln minute(s) at most.</source>
        <translation>
            <numerusform>Reintenta durante %Ln minuto como máximo.</numerusform>
            <numerusform>Reintenta durante %Ln minutos como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>What others see.</source>
        <translation>Lo que ven los demás.</translation>
    </message>
    <message>
        <source>What the window&apos;s close button does. Where there is no tray, it quits.</source>
        <translation>Qué hace el botón de cerrar la ventana. Sin bandeja, sale del programa.</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>Adónde van los archivos si no eliges otra carpeta al aceptarlos.</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked first, unless you accept automatically what a trusted device sends.</source>
        <translation>Quién puede ofrecerte archivos. Se te pregunta primero, salvo que aceptes automáticamente lo que envía un dispositivo de confianza.</translation>
    </message>
    <message>
        <source>Write a port from 0 to 65535.</source>
        <translation>Escribe un puerto de 0 a 65535.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>{port} is the usual one, 0 takes any free one. Others find this device with any port, but who types its address has to add it, as in 192.168.1.20:{other}.</source>
        <translation>{port} es el habitual, 0 usa cualquiera libre. Los demás encuentran este dispositivo con cualquier puerto, pero quien escriba su dirección tiene que añadirlo, como en 192.168.1.20:{other}.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Copy the addresses</source>
        <translation>Copiar las direcciones</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnosticar</translation>
    </message>
    <message>
        <source>Finds out why devices do not find or reach each other</source>
        <translation>Averigua por qué los dispositivos no se encuentran o no se alcanzan</translation>
    </message>
    <message>
        <source>Reachable at {addresses}</source>
        <translation>Accesible en {addresses}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>This computer is not in a network. Connect it to one.</source>
        <translation>Este equipo no está en ninguna red. Conéctalo a una.</translation>
    </message>
</context>
<context>
    <name>TakenModel</name>
    <message>
        <source>Choose this for all</source>
        <translation>Elegir esto para todos</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Conservar ambos</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>{choice}: chosen</source>
        <translation>{choice}: elegido</translation>
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
        <translation>Archivos que ya están</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Longer than 1 MiB. Save it as a file and send that.</source>
        <translation>Supera 1 MiB. Guárdalo como archivo y envía ese archivo.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send text</source>
        <translation>Enviar texto</translation>
    </message>
    <message>
        <source>Send text to {name}</source>
        <translation>Enviar texto a {name}</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Enviar…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Texto para enviar</translation>
    </message>
    <message>
        <source>Write or paste a text or a link</source>
        <translation>Escribe o pega un texto o un enlace</translation>
    </message>
</context>
<context>
    <name>TextOffer</name>
    <message>
        <source>A text of {size}. You see it when you have accepted it.</source>
        <translation>Un texto de {size}. Lo verás cuando lo aceptes.</translation>
    </message>
    <message>
        <source>{name} wants to send a text</source>
        <translation>{name} quiere enviar un texto</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>{name} quiere enviarte un texto</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Characters that hide something or steer a program are shown, and copied, as �. A saved file has them as they came.</source>
        <translation>Los caracteres que ocultan algo o controlan un programa se muestran, y se copian, como �. En un archivo guardado quedan tal como llegaron.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Only the first {count} lines are shown. Copy and save take all.</source>
        <translation>Solo se muestran las primeras {count} líneas. Al copiar y guardar se incluye todo.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Save text as</source>
        <translation>Guardar el texto como</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text from {name}</source>
        <translation>Texto de {name}</translation>
    </message>
    <message>
        <source>kept for a week</source>
        <translation>se conserva una semana</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>{name} te envió un texto</translation>
    </message>
</context>
<context>
    <name>TransferControl</name>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Discard transfer?</source>
        <translation>¿Descartar la transferencia?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>The unfinished part files of “{name}” are removed, and it cannot go on. Of {size} that have arrived, files that are complete already stay where they are.</source>
        <translation>Se eliminan los archivos parciales de «{name}» y ya no podrá continuar. De los {size} que han llegado, los archivos que ya están completos se quedan donde están.</translation>
    </message>
    <message>
        <source>“{name}” will not go on. What has arrived at {peer} is not kept for it any more; your own files stay as they are.</source>
        <translation>«{name}» no continuará. Lo que ha llegado a {peer} ya no se conserva para ello; tus propios archivos se quedan como están.</translation>
    </message>
</context>
<context>
    <name>TransferFiles</name>
    <message numerus="yes">
        <source>%Ln more were skipped.</source>
        <translation>
            <numerusform>Se omitió %Ln más.</numerusform>
            <numerusform>Se omitieron %Ln más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>Copiar el error</translation>
    </message>
    <message>
        <source>Files of the transfer</source>
        <translation>Archivos de la transferencia</translation>
    </message>
    <message>
        <source>Hide the files</source>
        <translation>Ocultar los archivos</translation>
    </message>
    <message>
        <source>Only failed</source>
        <translation>Solo fallidos</translation>
    </message>
</context>
<context>
    <name>TransferList</name>
    <message>
        <source>Hide the files</source>
        <translation>Ocultar los archivos</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferencias</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%Ln offer(s) wait for your answer</source>
        <translation>
            <numerusform>%Ln solicitud espera tu respuesta</numerusform>
            <numerusform>%Ln solicitudes esperan tu respuesta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln transferencia</numerusform>
            <numerusform>%Ln transferencias</numerusform>
        </translation>
    </message>
    <message>
        <source>Open desktopxfer</source>
        <translation>Abrir desktopxfer</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Receiving from {name}</source>
        <translation>Recibiendo de {name}</translation>
    </message>
    <message>
        <source>Sending to {name}</source>
        <translation>Enviando a {name}</translation>
    </message>
    <message>
        <source>Who may send to me</source>
        <translation>Quién puede enviarme archivos</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} quiere enviarte archivos</translation>
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
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Impostor</source>
        <translation>Impostor</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>De confianza</translation>
    </message>
</context>
<context>
    <name>VisibilityField</name>
    <message>
        <source>&amp;Everyone nearby</source>
        <translation>&amp;Todos los cercanos</translation>
    </message>
    <message>
        <source>&amp;Trusted devices only</source>
        <translation>&amp;Solo dispositivos de confianza</translation>
    </message>
    <message>
        <source>N&amp;obody</source>
        <translation>N&amp;adie</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>&amp;Guardar en</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>&amp;Visible para</translation>
    </message>
    <message>
        <source>All of this is in the settings too.</source>
        <translation>Todo esto está también en los ajustes.</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Integración</translation>
    </message>
    <message>
        <source>Drop files on a computer in the list, and they go there. It has to run desktopxfer too, in the same network.</source>
        <translation>Suelta archivos en un equipo de la lista y se envían allí. También tiene que tener desktopxfer abierto, en la misma red.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Te damos la bienvenida</translation>
    </message>
    <message>
        <source>Welcome to desktopxfer</source>
        <translation>Te damos la bienvenida a desktopxfer</translation>
    </message>
    <message>
        <source>What the people around you see. Choose one that they recognise.</source>
        <translation>Lo que ve la gente a tu alrededor. Elige uno que reconozcan.</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>Adónde van los archivos si no eliges otra carpeta al aceptarlos.</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked each time before anything is saved.</source>
        <translation>Quién puede ofrecerte archivos. Se te pregunta cada vez antes de guardar nada.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A different device answers at the address of {subject}, so nothing was sent. If it was reinstalled, remove it from the list and add it again.</source>
        <extracomment>WrongDevice</extracomment>
        <translation>En la dirección de {subject} responde otro dispositivo, así que no se envió nada. Si se reinstaló, quítalo de la lista y añádelo de nuevo.</translation>
    </message>
    <message>
        <source>A file of the profile was damaged ({detail}) and was set aside as {subject}. desktopxfer goes on without it.</source>
        <extracomment>DamagedFile</extracomment>
        <translation>Un archivo del perfil estaba dañado ({detail}) y se apartó como {subject}. desktopxfer continúa sin él.</translation>
    </message>
    <message>
        <source>A text may have 1 MiB at most. Save it as a file and send that.</source>
        <extracomment>TextTooLong</extracomment>
        <translation>Un texto puede tener 1 MiB como máximo. Guárdalo como archivo y envía ese archivo.</translation>
    </message>
    <message>
        <source>A window cannot open: the system lacks {subject}. {detail}</source>
        <extracomment>ScreenLibrariesMissing</extracomment>
        <translation>No se puede abrir una ventana: al sistema le falta {subject}. {detail}</translation>
    </message>
    <message>
        <source>A window of desktopxfer is open with the profile {subject}, and does not answer. Wait until it has closed, or end it, then try again.</source>
        <extracomment>WindowSilent</extracomment>
        <translation>Hay una ventana de desktopxfer abierta con el perfil {subject} que no responde. Espera a que se cierre, o termínala, y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <extracomment>Cancelled</extracomment>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>More than one device is called {subject}. Give its device id instead: {detail}.</source>
        <extracomment>AmbiguousDevice</extracomment>
        <translation>Hay más de un dispositivo llamado {subject}. Indica en su lugar su id.: {detail}.</translation>
    </message>
    <message>
        <source>No computer called {subject} was found. Check the spelling, or use its address.</source>
        <extracomment>UnknownHost</extracomment>
        <translation>No se encontró ningún equipo llamado {subject}. Comprueba cómo está escrito o usa su dirección.</translation>
    </message>
    <message>
        <source>No device called {subject} was found. Open desktopxfer there, or give its address instead.</source>
        <extracomment>DeviceNotFound</extracomment>
        <translation>No se encontró ningún dispositivo llamado {subject}. Abre desktopxfer allí o indica en su lugar su dirección.</translation>
    </message>
    <message>
        <source>No known device has the name or id {subject}. See the devices and their ids with: desktopxfer devices.</source>
        <extracomment>UnknownDevice</extracomment>
        <translation>Ningún dispositivo conocido tiene el nombre o el id. {subject}. Consulta los dispositivos y sus id. con: desktopxfer devices.</translation>
    </message>
    <message>
        <source>No transfer has the id {subject}. See them and their ids with: desktopxfer history.</source>
        <extracomment>NoSuchTransfer</extracomment>
        <translation>Ninguna transferencia tiene el id. {subject}. Consúltalas, con sus id., con: desktopxfer history.</translation>
    </message>
    <message>
        <source>Nobody answered at {subject}. Ask the person there, then try again.</source>
        <extracomment>NoAnswer</extracomment>
        <translation>Nadie respondió en {subject}. Pregunta a la persona que está allí y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Nobody here answered in time, so what {subject} offered was declined. Ask for it to be sent again.</source>
        <extracomment>Unanswered</extracomment>
        <translation>Aquí nadie respondió a tiempo, así que se rechazó lo que ofreció {subject}. Pide que te lo envíen de nuevo.</translation>
    </message>
    <message>
        <source>None of the file managers that desktopxfer can be added to is installed here. These are Nautilus, Dolphin, Nemo, Caja and Thunar.</source>
        <extracomment>NoFileManager</extracomment>
        <translation>Aquí no está instalado ninguno de los gestores de archivos a los que se puede añadir desktopxfer. Son Nautilus, Dolphin, Nemo, Caja y Thunar.</translation>
    </message>
    <message>
        <source>Nothing answers at {subject}. Open desktopxfer there, or check address and port.</source>
        <extracomment>Refused</extracomment>
        <translation>No responde nada en {subject}. Abre desktopxfer allí, o comprueba la dirección y el puerto.</translation>
    </message>
    <message>
        <source>Paused. Resume it when you like: what has arrived is kept and not sent again.</source>
        <extracomment>Paused</extracomment>
        <translation>En pausa. Reanúdala cuando quieras: lo que ha llegado se conserva y no se envía de nuevo.</translation>
    </message>
    <message>
        <source>Something went wrong: {detail}</source>
        <extracomment>DesktopxferError</extracomment>
        <translation>Algo salió mal: {detail}</translation>
    </message>
    <message>
        <source>That is too much for one transfer ({detail}). Send it in parts.</source>
        <extracomment>TooManyEntries</extracomment>
        <translation>Es demasiado para una sola transferencia ({detail}). Envíalo por partes.</translation>
    </message>
    <message>
        <source>The codes were not the same on both screens, so {subject} is not trusted. Somebody may sit between the two devices: try again in another network before you send anything.</source>
        <extracomment>CodesDiffer</extracomment>
        <translation>Los códigos no eran iguales en ambas pantallas, así que {subject} no es de confianza. Podría haber alguien entre los dos dispositivos: vuelve a intentarlo en otra red antes de enviar nada.</translation>
    </message>
    <message>
        <source>The connection to {subject} was lost before the end. Check the network, then try again from the computer that began.</source>
        <extracomment>ConnectionLost</extracomment>
        <translation>{subject}: la conexión se perdió antes de terminar. Comprueba la red y vuelve a intentarlo desde el equipo que empezó.</translation>
    </message>
    <message>
        <source>The disk is full: {subject} was not saved. Make room, then resume the transfer.</source>
        <extracomment>DiskFull</extracomment>
        <translation>El disco está lleno: {subject} no se guardó. Libera espacio y reanuda la transferencia.</translation>
    </message>
    <message>
        <source>The file {subject}, which holds the actions of a file manager, is damaged ({detail}) and was left as it is. Mend or remove it, then try again.</source>
        <extracomment>DamagedActions</extracomment>
        <translation>El archivo {subject}, que contiene las acciones de un gestor de archivos, está dañado ({detail}) y se dejó como está. Repáralo o elimínalo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The file {subject}, which proves who this device is, is damaged ({detail}). Restore it from a backup; or remove it to start as a new device that others have to meet again.</source>
        <extracomment>DamagedIdentity</extracomment>
        <translation>El archivo {subject}, que demuestra quién es este dispositivo, está dañado ({detail}). Restáuralo desde una copia de seguridad, o elimínalo para empezar como un dispositivo nuevo que los demás tendrán que volver a conocer.</translation>
    </message>
    <message>
        <source>The folder {subject} cannot be used ({detail}). Choose another folder.</source>
        <extracomment>FolderUnusable</extracomment>
        <translation>No se puede usar la carpeta {subject} ({detail}). Elige otra carpeta.</translation>
    </message>
    <message>
        <source>The folder {subject} is not there. Choose another folder.</source>
        <extracomment>FolderMissing</extracomment>
        <translation>La carpeta {subject} no existe. Elige otra carpeta.</translation>
    </message>
    <message>
        <source>The ids of several transfers begin with {subject}. Give more of it: {detail}.</source>
        <extracomment>AmbiguousTransfer</extracomment>
        <translation>Los id. de varias transferencias empiezan por {subject}. Escribe una parte más larga: {detail}.</translation>
    </message>
    <message>
        <source>The list of files of a transfer is damaged ({detail}). It cannot be resumed.</source>
        <extracomment>DamagedList</extracomment>
        <translation>La lista de archivos de una transferencia está dañada ({detail}). No se puede reanudar.</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program, so this device listens at port {detail}. Others find it all the same; only typed addresses need the new number.</source>
        <extracomment>PortReplaced</extracomment>
        <translation>Otro programa usa el puerto {subject}, así que este dispositivo escucha en el puerto {detail}. Los demás lo encuentran igualmente; solo las direcciones escritas a mano necesitan el número nuevo.</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program. Choose another port, or 0 for any.</source>
        <extracomment>PortTaken</extracomment>
        <translation>Otro programa usa el puerto {subject}. Elige otro puerto, o 0 para cualquiera.</translation>
    </message>
    <message>
        <source>The profile {subject} cannot be used ({detail}). Choose another with --profile.</source>
        <extracomment>ProfileUnusable</extracomment>
        <translation>No se puede usar el perfil {subject} ({detail}). Elige otro con --profile.</translation>
    </message>
    <message>
        <source>The program was closed. Resume to go on where it stopped.</source>
        <extracomment>Stopped</extracomment>
        <translation>El programa se cerró. Reanuda para continuar donde se detuvo.</translation>
    </message>
    <message>
        <source>The screen {subject} cannot be used: nothing answers there, or this user may not use it. Check DISPLAY and XAUTHORITY.</source>
        <extracomment>ScreenUnreachable</extracomment>
        <translation>No se puede usar la pantalla {subject}: nada responde allí o este usuario no puede usarla. Comprueba DISPLAY y XAUTHORITY.</translation>
    </message>
    <message>
        <source>There are no files, no picture and no text on the clipboard.</source>
        <extracomment>NothingToPaste</extracomment>
        <translation>No hay archivos, ni imagen ni texto en el portapapeles.</translation>
    </message>
    <message>
        <source>There is no file or folder {subject}.</source>
        <extracomment>PathMissing</extracomment>
        <translation>No existe ningún archivo ni carpeta {subject}.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Without one there is the command line: {detail} --help.</source>
        <extracomment>NoScreen</extracomment>
        <translation>No hay pantalla en la que abrir una ventana: no está definida DISPLAY ni WAYLAND_DISPLAY. Sin pantalla queda la línea de comandos: {detail} --help.</translation>
    </message>
    <message>
        <source>There is nothing to send: {subject}.</source>
        <extracomment>NothingToSend</extracomment>
        <translation>No hay nada que enviar: {subject}.</translation>
    </message>
    <message>
        <source>This computer cannot listen at {subject} ({detail}). Choose one of its own IP addresses, or 0.0.0.0 for all of them, and a port from 1024 on.</source>
        <extracomment>CannotListen</extracomment>
        <translation>Este equipo no puede escuchar en {subject} ({detail}). Elige una de sus propias direcciones IP, o 0.0.0.0 para todas, y un puerto a partir de 1024.</translation>
    </message>
    <message>
        <source>This computer cannot look for other devices ({detail}). Check its network, or give the address of the other device instead.</source>
        <extracomment>CannotDiscover</extracomment>
        <translation>Este equipo no puede buscar otros dispositivos ({detail}). Comprueba su red o indica la dirección del otro dispositivo.</translation>
    </message>
    <message>
        <source>This computer lets desktopxfer open no further connection ({detail}). Wait until a transfer has ended, then try again.</source>
        <extracomment>OutOfDescriptors</extracomment>
        <translation>Este equipo no permite que desktopxfer abra más conexiones ({detail}). Espera a que termine alguna transferencia y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>This text is not kept any more. Ask for it to be sent again.</source>
        <extracomment>TextGone</extracomment>
        <translation>Este texto ya no se conserva. Pide que te lo envíen de nuevo.</translation>
    </message>
    <message>
        <source>WARNING: what calls itself {subject} is not the device you trust: it shows another certificate, so nothing was sent or accepted. If {subject} was reinstalled, forget it in the list of devices and pair again; otherwise somebody may be posing as it.</source>
        <extracomment>IdentityChanged</extracomment>
        <translation>ADVERTENCIA: lo que se hace llamar {subject} no es el dispositivo en el que confías: muestra otro certificado, así que no se envió ni se aceptó nada. Si {subject} se reinstaló, olvídalo en la lista de dispositivos y vincúlalo de nuevo; si no, puede que alguien se haga pasar por él.</translation>
    </message>
    <message>
        <source>the other device</source>
        <translation>el otro dispositivo</translation>
    </message>
    <message>
        <source>{subject} answers, but it is not desktopxfer: another program uses that port. Check the address and port.</source>
        <extracomment>NotDesktopxfer</extracomment>
        <translation>{subject} responde, pero no es desktopxfer: otro programa usa ese puerto. Comprueba la dirección y el puerto.</translation>
    </message>
    <message>
        <source>{subject} arrived damaged and was thrown away. Resume the transfer: only what failed is sent again.</source>
        <extracomment>Damaged</extracomment>
        <translation>{subject} llegó dañado y se desechó. Reanuda la transferencia: solo se envía de nuevo lo que falló.</translation>
    </message>
    <message>
        <source>{subject} cancelled.</source>
        <extracomment>CancelledThere</extracomment>
        <translation>{subject} canceló la transferencia.</translation>
    </message>
    <message>
        <source>{subject} cannot be reached. Check that it is on, that it is in the same network and that desktopxfer is open there.</source>
        <extracomment>Unreachable</extracomment>
        <translation>{subject} no está disponible. Comprueba que esté encendido y en la misma red, y que desktopxfer esté abierto allí.</translation>
    </message>
    <message>
        <source>{subject} cannot be read. Check its permissions.</source>
        <extracomment>Unreadable</extracomment>
        <translation>No se puede leer {subject}. Comprueba sus permisos.</translation>
    </message>
    <message>
        <source>{subject} cannot be written to. Choose another folder.</source>
        <extracomment>ReadOnlyFolder</extracomment>
        <translation>No se puede escribir en {subject}. Elige otra carpeta.</translation>
    </message>
    <message>
        <source>{subject} changed while it was being sent. Resume the transfer when nothing writes to it: only what failed is sent again.</source>
        <extracomment>ChangedWhileSending</extracomment>
        <translation>{subject} cambió mientras se enviaba. Reanuda la transferencia cuando nada escriba en él: solo se envía de nuevo lo que falló.</translation>
    </message>
    <message>
        <source>{subject} could not be changed ({detail}), so this computer is not set up as you wanted. Check the permissions, then try again.</source>
        <extracomment>CannotSetUp</extracomment>
        <translation>No se pudo cambiar {subject} ({detail}), así que este equipo no quedó configurado como querías. Comprueba los permisos y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>{subject} could not be saved: the disk reported a fault ({detail}).</source>
        <extracomment>DiskFailed</extracomment>
        <translation>No se pudo guardar {subject}: el disco informó de un fallo ({detail}).</translation>
    </message>
    <message>
        <source>{subject} could not go on. Look at its screen for the reason.</source>
        <extracomment>FailedThere</extracomment>
        <translation>{subject} no pudo continuar. Mira en su pantalla el motivo.</translation>
    </message>
    <message>
        <source>{subject} could not save the files: its folder or disk cannot be written to.</source>
        <extracomment>CannotSave</extracomment>
        <translation>{subject} no pudo guardar los archivos: no se puede escribir en su carpeta o su disco.</translation>
    </message>
    <message>
        <source>{subject} declined.</source>
        <extracomment>Declined</extracomment>
        <translation>{subject} rechazó la solicitud.</translation>
    </message>
    <message>
        <source>{subject} did not arrive. Look at the other screen for the reason.</source>
        <extracomment>EntryFailed</extracomment>
        <translation>{subject} no llegó. Mira en la otra pantalla el motivo.</translation>
    </message>
    <message>
        <source>{subject} does not accept files at the moment.</source>
        <extracomment>NotReceiving</extracomment>
        <translation>{subject} no acepta archivos en este momento.</translation>
    </message>
    <message>
        <source>{subject} does not have this transfer any more, so it cannot go on. It has to be sent again from the start.</source>
        <extracomment>UnknownTransfer</extracomment>
        <translation>{subject} ya no tiene esta transferencia, así que no puede continuar. Hay que enviarla de nuevo desde el principio.</translation>
    </message>
    <message>
        <source>{subject} has not enough free space for this.</source>
        <extracomment>NotEnoughSpace</extracomment>
        <translation>{subject} no tiene suficiente espacio libre para esto.</translation>
    </message>
    <message>
        <source>{subject} has not paused: the program that runs it does not answer. Try again in a moment.</source>
        <extracomment>NotPaused</extracomment>
        <translation>{subject} no se ha pausado: el programa que lo ejecuta no responde. Vuelve a intentarlo en un momento.</translation>
    </message>
    <message>
        <source>{subject} is a device or a pipe, not a file, and was skipped.</source>
        <extracomment>NotAFile</extracomment>
        <translation>{subject} es un dispositivo del sistema o una tubería, no un archivo, y se omitió.</translation>
    </message>
    <message>
        <source>{subject} is a link and was skipped. Send what it points to instead.</source>
        <extracomment>LinkSkipped</extracomment>
        <translation>{subject} es un enlace y se omitió. Envía en su lugar aquello a lo que apunta.</translation>
    </message>
    <message>
        <source>{subject} is already on its way, perhaps in another window of desktopxfer.</source>
        <extracomment>AlreadyRunning</extracomment>
        <translation>{subject} ya está en curso, quizá en otra ventana de desktopxfer.</translation>
    </message>
    <message>
        <source>{subject} is blocked on this computer. Unblock it in the list of devices first.</source>
        <extracomment>DeviceBlocked</extracomment>
        <translation>{subject} está bloqueado en este equipo. Desbloquéalo primero en la lista de dispositivos.</translation>
    </message>
    <message>
        <source>{subject} is busy with too many transfers. Try again in a moment.</source>
        <extracomment>TooManyConnections</extracomment>
        <translation>{subject} está ocupado con demasiadas transferencias. Vuelve a intentarlo en un momento.</translation>
    </message>
    <message>
        <source>{subject} is no longer there.</source>
        <extracomment>Vanished</extracomment>
        <translation>{subject} ya no está ahí.</translation>
    </message>
    <message>
        <source>{subject} is not a device that you trust, and only for those anything can wait. Pair with it first, or send when it is there.</source>
        <extracomment>NotTrusted</extracomment>
        <translation>{subject} no es un dispositivo de confianza, y solo para esos puede quedar algo en espera. Vincúlalo primero, o envía cuando esté conectado.</translation>
    </message>
    <message>
        <source>{subject} is not an address. Write a name or address, with a port if it is not the usual one, like desk-pc, 192.168.1.20:26710 or [fe80::1%eth0]:26710.</source>
        <extracomment>BadAddress</extracomment>
        <translation>{subject} no es una dirección. Escribe un nombre o una dirección, con un puerto si no es el habitual, como desk-pc, 192.168.1.20:26710 o [fe80::1%eth0]:26710.</translation>
    </message>
    <message>
        <source>{subject} is not on its way at the moment, so there is nothing to pause.</source>
        <extracomment>NotRunning</extracomment>
        <translation>{subject} no está en curso en este momento, así que no hay nada que pausar.</translation>
    </message>
    <message>
        <source>{subject} is not valid text (UTF-8). Send it as a file.</source>
        <extracomment>NotText</extracomment>
        <translation>{subject} no es texto válido (UTF-8). Envíalo como archivo.</translation>
    </message>
    <message>
        <source>{subject} is over: nothing is left of it to resume or to discard.</source>
        <extracomment>TransferOver</extracomment>
        <translation>{subject} ya terminó: no queda nada que reanudar ni descartar.</translation>
    </message>
    <message>
        <source>{subject} is this very device. Choose another one.</source>
        <extracomment>ConnectionToSelf</extracomment>
        <translation>{subject} es este mismo dispositivo. Elige otro.</translation>
    </message>
    <message>
        <source>{subject} lies too deep in folders within folders and was skipped. Send it alone.</source>
        <extracomment>TooDeep</extracomment>
        <translation>{subject} está demasiado adentro en carpetas dentro de carpetas y se omitió. Envíalo por separado.</translation>
    </message>
    <message>
        <source>{subject} paused this transfer. Resume it here or there: what has arrived is kept and not sent again.</source>
        <extracomment>PausedThere</extracomment>
        <translation>{subject} pausó esta transferencia. Reanúdala aquí o allí: lo que ha llegado se conserva y no se envía de nuevo.</translation>
    </message>
    <message>
        <source>{subject} refused, because the name of a file or folder could do harm there.</source>
        <extracomment>NamesRefused</extracomment>
        <translation>{subject} la rechazó, porque el nombre de un archivo o una carpeta podría causar daños allí.</translation>
    </message>
    <message>
        <source>{subject} sent something that desktopxfer does not understand ({detail}), so the transfer was stopped.</source>
        <extracomment>ProtocolViolation</extracomment>
        <translation>{subject} envió algo que desktopxfer no entiende ({detail}), así que se detuvo la transferencia.</translation>
    </message>
    <message>
        <source>{subject} shows a certificate that is not acceptable ({detail}). Nothing was sent.</source>
        <extracomment>BadCertificate</extracomment>
        <translation>{subject} muestra un certificado que no es aceptable ({detail}). No se envió nada.</translation>
    </message>
    <message>
        <source>{subject} stopped answering. Check that it is awake and connected, then try again from the computer that began.</source>
        <extracomment>TimedOut</extracomment>
        <translation>{subject} dejó de responder. Comprueba que esté activo y conectado, y vuelve a intentarlo desde el equipo que empezó.</translation>
    </message>
    <message>
        <source>{subject} uses a newer version of desktopxfer. Update desktopxfer on this computer.</source>
        <extracomment>UpdateHere</extracomment>
        <translation>{subject} usa una versión más nueva de desktopxfer. Actualiza desktopxfer en este equipo.</translation>
    </message>
    <message>
        <source>{subject} uses an older version of desktopxfer. Update desktopxfer there.</source>
        <extracomment>UpdateThere</extracomment>
        <translation>{subject} usa una versión más antigua de desktopxfer. Actualiza desktopxfer allí.</translation>
    </message>
    <message>
        <source>{subject} was made by somebody else, so desktopxfer left it as it is. Move it away, then try again.</source>
        <extracomment>ForeignFile</extracomment>
        <translation>{subject} lo creó otra persona o programa, así que desktopxfer lo dejó como está. Muévelo a otro lugar y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>{subject} was refused, because the name of a file or folder could do harm.</source>
        <extracomment>UnsafeName</extracomment>
        <translation>Se rechazó {subject}, porque el nombre de un archivo o una carpeta podría causar daños.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A VPN ({interface}) takes all that leaves this computer, beside the local network ({local}).</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>Una VPN ({interface}) se lleva todo lo que sale de este equipo, salvo la red local ({local}).</translation>
    </message>
    <message>
        <source>A firewall is on, on this computer ({firewall}).</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>Hay un cortafuegos activo en este equipo ({firewall}).</translation>
    </message>
    <message>
        <source>A firewall or a security program on this computer forbids it. Let UDP port 5353 out, or add the other device by its address.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>Lo prohíbe un cortafuegos o un programa de seguridad de este equipo. Permite la salida por el puerto UDP 5353, o añade el otro dispositivo por su dirección.</translation>
    </message>
    <message>
        <source>A router or a VPN between the two gives several computers one address. This computer can send to {name}, but not the other way round. Connect both to the same network.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>Un router o una VPN entre los dos da una misma dirección a varios equipos. Este equipo puede enviar a {name}, pero no al revés. Conecta ambos a la misma red.</translation>
    </message>
    <message>
        <source>An administrator can see it with.</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>Un administrador puede verlo con este comando.</translation>
    </message>
    <message>
        <source>Another program may keep UDP port 5353 for itself. End it, or add the other device by its address.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>Puede que otro programa se reserve el puerto UDP 5353. Ciérralo, o añade el otro dispositivo por su dirección.</translation>
    </message>
    <message>
        <source>Check again in a minute.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>Comprueba de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>Comprueba de nuevo.</translation>
    </message>
    <message>
        <source>Check that {name} is on and awake, in the same network, and that a firewall there does not drop what comes to TCP port {port}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>Comprueba que {name} esté encendido y activo, en la misma red, y que un cortafuegos de allí no descarte lo que llega al puerto TCP {port}.</translation>
    </message>
    <message>
        <source>Choose another address to listen at, or none for all of them.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>Elige otra dirección en la que escuchar, o ninguna para usarlas todas.</translation>
    </message>
    <message>
        <source>Computers on the same cable may find each other all the same. If it should be in a network, connect it anew, or start the router again: it gives out addresses.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>Los equipos conectados al mismo cable pueden encontrarse igualmente. Si debería estar en una red, vuelve a conectarla o reinicia el router, que es quien reparte las direcciones.</translation>
    </message>
    <message>
        <source>Connect it anew. If that does not help, start the router again: it gives out addresses.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>Vuelve a conectarla. Si no sirve, reinicia el router, que es quien reparte las direcciones.</translation>
    </message>
    <message>
        <source>If others cannot reach this computer, let TCP port {port} in.</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>Si los demás no pueden conectarse a este equipo, permite la entrada por el puerto TCP {port}.</translation>
    </message>
    <message>
        <source>It may be visible to nobody; or a firewall there drops UDP port 5353, or the network between. Its address is enough to send to it.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>Puede que no sea visible para nadie, o que un cortafuegos de allí, o la red intermedia, descarte el puerto UDP 5353. Basta con su dirección para enviarle archivos.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in, or add the other device by its address.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>Permite la entrada por el puerto UDP 5353, o añade el otro dispositivo por su dirección.</translation>
    </message>
    <message>
        <source>Many VPNs keep the local network out. If a device is not found or not reached, switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>Muchas VPN dejan fuera la red local. Si un dispositivo no se encuentra o no responde, desactiva la VPN o permite la red local en sus ajustes.</translation>
    </message>
    <message>
        <source>No firewall on this computer stands in the way ({firewall}).</source>
        <extracomment>FIREWALL_OFF</extracomment>
        <translation>Ningún cortafuegos de este equipo se interpone ({firewall}).</translation>
    </message>
    <message>
        <source>No firewall program that desktopxfer knows is on this computer.</source>
        <extracomment>FIREWALL_UNKNOWN</extracomment>
        <translation>En este equipo no hay ningún programa cortafuegos que desktopxfer conozca.</translation>
    </message>
    <message>
        <source>No other computer can send to this one. {error}</source>
        <extracomment>NOT_LISTENING</extracomment>
        <translation>Ningún otro equipo puede enviar a este. {error}</translation>
    </message>
    <message>
        <source>Nothing answers at {address}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>No responde nada en {address}.</translation>
    </message>
    <message>
        <source>On that computer, let TCP port {port} in. Where ufw is the firewall.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>En ese equipo, permite la entrada por el puerto TCP {port}. Si el cortafuegos es ufw, con este comando.</translation>
    </message>
    <message>
        <source>On this computer, let TCP port {port} in.</source>
        <extracomment>BLOCKED_HERE
----------
REFUSED_HERE</extracomment>
        <translation>En este equipo, permite la entrada por el puerto TCP {port}.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) cannot be heard: {detail}.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>En {interface} no se pueden recibir anuncios (mDNS): {detail}.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, and other computers are heard.</source>
        <extracomment>MDNS_HEARD</extracomment>
        <translation>En {interface} los anuncios (mDNS) salen y llegan, y se reciben los de otros equipos.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, but no other computer was heard.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>En {interface} los anuncios (mDNS) salen y llegan, pero no se recibió el de ningún otro equipo.</translation>
    </message>
    <message>
        <source>On {interface}, this computer may not send announcements (mDNS): {detail}.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>En {interface} este equipo no puede enviar anuncios (mDNS): {detail}.</translation>
    </message>
    <message>
        <source>On {interface}, what comes to UDP port 5353 (mDNS) does not arrive: a firewall on this computer drops it, so no device is found there.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>En {interface} no llega lo que viene al puerto UDP 5353 (mDNS): un cortafuegos de este equipo lo descarta, así que ahí no se encuentra ningún dispositivo.</translation>
    </message>
    <message>
        <source>Open desktopxfer there. If it is open, the bottom of its window says at which port; or a firewall there refuses TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>Abre desktopxfer allí. Si está abierto, la parte inferior de su ventana dice en qué puerto; o bien un cortafuegos de allí rechaza el puerto TCP {port}.</translation>
    </message>
    <message>
        <source>Others find it all the same. Typed addresses and rules of firewalls need the new number.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>Los demás lo encuentran igualmente. Las direcciones escritas a mano y las reglas de los cortafuegos necesitan el número nuevo.</translation>
    </message>
    <message>
        <source>Pair with it, or let everyone see it for a while, and check again.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>Vincúlalo, o haz que todos puedan verlo durante un rato, y comprueba de nuevo.</translation>
    </message>
    <message>
        <source>Plug in a cable or join a Wi-Fi.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>Conecta un cable o únete a una red Wi-Fi.</translation>
    </message>
    <message>
        <source>Plug in its cable, or join a Wi-Fi. If it is plugged in, look at the other end.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>Conecta su cable o únete a una red Wi-Fi. Si está conectado, mira el otro extremo.</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>Actívala.</translation>
    </message>
    <message>
        <source>Switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>Desactiva la VPN o permite la red local en sus ajustes.</translation>
    </message>
    <message>
        <source>TCP port {wanted} is used by another program, so desktopxfer listens at {port}.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>Otro programa usa el puerto TCP {wanted}, así que desktopxfer escucha en {port}.</translation>
    </message>
    <message>
        <source>That is as it should be if desktopxfer is open on no other computer there. Otherwise the network keeps its computers apart, as guest Wi-Fi does: add the other one by its address.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>Es lo normal si desktopxfer no está abierto allí en ningún otro equipo. Si lo está, la red separa a sus equipos, como hacen las Wi-Fi para invitados: añade el otro por su dirección.</translation>
    </message>
    <message>
        <source>The computer at {address} is there, but takes no connection at TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>El equipo en {address} está ahí, pero no acepta conexiones en el puerto TCP {port}.</translation>
    </message>
    <message>
        <source>The connection to {name} broke while it tried to reach this computer.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>La conexión con {name} se cortó mientras intentaba conectarse a este equipo.</translation>
    </message>
    <message>
        <source>The firewall on this computer ({firewall}) lets TCP port {port} in.</source>
        <extracomment>FIREWALL_OPEN</extracomment>
        <translation>El cortafuegos de este equipo ({firewall}) permite la entrada por el puerto TCP {port}.</translation>
    </message>
    <message>
        <source>The way to {name} ({address}) leads through a VPN ({interface}).</source>
        <extracomment>VPN_TO_DEVICE</extracomment>
        <translation>El camino hacia {name} ({address}) pasa por una VPN ({interface}).</translation>
    </message>
    <message>
        <source>The way to {name} ends early. {error}</source>
        <extracomment>REACH_FAILED</extracomment>
        <translation>El camino hacia {name} se corta antes de llegar. {error}</translation>
    </message>
    <message>
        <source>This computer is in a network: {addresses}.</source>
        <extracomment>ADDRESSES</extracomment>
        <translation>Este equipo está en una red: {addresses}.</translation>
    </message>
    <message>
        <source>This computer is in no network: only programs on it can reach each other.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>Este equipo no está en ninguna red: solo los programas que hay en él pueden comunicarse entre sí.</translation>
    </message>
    <message>
        <source>To receive something, open it.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>Para recibir algo, ábrelo.</translation>
    </message>
    <message>
        <source>Update it, or check from there.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>Actualízalo, o haz la comprobación desde allí.</translation>
    </message>
    <message>
        <source>What is meant for {name} goes into a VPN ({interface}), although its address {address} is one of the local network ({local}).</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>Lo que va dirigido a {name} entra en una VPN ({interface}), aunque su dirección {address} es de la red local ({local}).</translation>
    </message>
    <message>
        <source>Whether a firewall on this computer is in the way could not be read ({reason}).</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>No se pudo averiguar si un cortafuegos de este equipo se interpone ({reason}).</translation>
    </message>
    <message>
        <source>desktopxfer is not open here at the moment. For this check it answers at TCP port {port}.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>desktopxfer no está abierto aquí en este momento. Para esta comprobación responde en el puerto TCP {port}.</translation>
    </message>
    <message>
        <source>desktopxfer is open here and listens at TCP port {port}.</source>
        <extracomment>LISTENING</extracomment>
        <translation>desktopxfer está abierto aquí y escucha en el puerto TCP {port}.</translation>
    </message>
    <message>
        <source>desktopxfer listens at {host} only, where no other computer can reach it.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>desktopxfer escucha solo en {host}, donde ningún otro equipo puede conectarse.</translation>
    </message>
    <message>
        <source>{error}</source>
        <extracomment>NOT_FOUND</extracomment>
        <translation>{error}</translation>
    </message>
    <message>
        <source>{interface} has only an address that it gave itself.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>{interface} solo tiene una dirección que se dio a sí misma.</translation>
    </message>
    <message>
        <source>{interface} is connected, but has no address.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>{interface} está conectada, pero no tiene dirección.</translation>
    </message>
    <message>
        <source>{interface} is not connected to anything.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>{interface} no está conectada a nada.</translation>
    </message>
    <message>
        <source>{interface} is switched off.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>{interface} está desactivada.</translation>
    </message>
    <message>
        <source>{name} answers at {address}.</source>
        <extracomment>REACHED</extracomment>
        <translation>{name} responde en {address}.</translation>
    </message>
    <message>
        <source>{name} answers, but its announcements (mDNS) were not heard.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>{name} responde, pero no se recibieron sus anuncios (mDNS).</translation>
    </message>
    <message>
        <source>{name} cannot reach this computer: what comes to TCP port {port} is dropped, most likely by a firewall on this computer.</source>
        <extracomment>BLOCKED_HERE</extracomment>
        <translation>{name} no puede conectarse a este equipo: se descarta lo que llega al puerto TCP {port}, muy probablemente por un cortafuegos de este equipo.</translation>
    </message>
    <message>
        <source>{name} could not reach this computer, and does not say why.</source>
        <extracomment>BACK_FAILED</extracomment>
        <translation>{name} no pudo conectarse a este equipo y no dice por qué.</translation>
    </message>
    <message>
        <source>{name} does not take requests of this device, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>{name} no acepta solicitudes de este dispositivo, así que no se sabe si puede conectarse a este equipo.</translation>
    </message>
    <message>
        <source>{name} has an older desktopxfer, which cannot try whether it reaches this computer.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>{name} tiene una versión más antigua de desktopxfer, que no puede probar si se conecta a este equipo.</translation>
    </message>
    <message>
        <source>{name} is busy, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>{name} está ocupado, así que no se sabe si puede conectarse a este equipo.</translation>
    </message>
    <message>
        <source>{name} is in the network, but TCP port {port} of it ({address}) does not answer: most likely a firewall on that computer drops what comes to it.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>{name} está en la red, pero su puerto TCP {port} ({address}) no responde: muy probablemente un cortafuegos de ese equipo descarta lo que le llega.</translation>
    </message>
    <message>
        <source>{name} is refused at TCP port {port} of this computer, most likely by a firewall on it.</source>
        <extracomment>REFUSED_HERE</extracomment>
        <translation>{name} es rechazado en el puerto TCP {port} de este equipo, muy probablemente por un cortafuegos.</translation>
    </message>
    <message>
        <source>{name} meets something else where this computer should be, at TCP port {port}.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>{name} encuentra otra cosa donde debería estar este equipo, en el puerto TCP {port}.</translation>
    </message>
    <message>
        <source>{name} reaches this computer at TCP port {port}.</source>
        <extracomment>REACHED_BACK</extracomment>
        <translation>{name} se conecta a este equipo en el puerto TCP {port}.</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>Answering…</source>
        <translation>Respondiendo…</translation>
    </message>
    <message>
        <source>Asking {name} to go on…</source>
        <translation>Pidiendo a {name} que continúe…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Código {code}</translation>
    </message>
    <message>
        <source>Comparing what is there…</source>
        <translation>Comparando lo que ya está…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connection lost, trying again…</source>
        <translation>Conexión perdida, reintentando…</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Interrupted at {percent}: {why}</source>
        <translation>Interrumpida al {percent}: {why}</translation>
    </message>
    <message>
        <source>Interrupted: {why}</source>
        <translation>Interrumpida: {why}</translation>
    </message>
    <message>
        <source>Last seen today</source>
        <translation>Visto por última vez hoy</translation>
    </message>
    <message>
        <source>Last seen yesterday</source>
        <translation>Visto por última vez ayer</translation>
    </message>
    <message>
        <source>Last seen {date}</source>
        <translation>Visto por última vez: {date}</translation>
    </message>
    <message>
        <source>Looking through the folders…</source>
        <translation>Revisando las carpetas…</translation>
    </message>
    <message>
        <source>Making sure that everything is saved…</source>
        <translation>Asegurando que todo quede guardado…</translation>
    </message>
    <message>
        <source>Never answered yet</source>
        <translation>Aún no ha respondido nunca</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>No visto</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Paused at {percent}</source>
        <translation>En pausa al {percent}</translation>
    </message>
    <message>
        <source>Paused by {name}</source>
        <translation>En pausa por {name}</translation>
    </message>
    <message>
        <source>Paused by {name} at {percent}</source>
        <translation>En pausa por {name} al {percent}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text, {size}</source>
        <translation>Texto, {size}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Hoy {time}</translation>
    </message>
    <message>
        <source>Waiting for {name} to accept…</source>
        <translation>Esperando a que {name} acepte…</translation>
    </message>
    <message>
        <source>Waiting for {name} to come online</source>
        <translation>Esperando a que {name} se conecte</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Ayer {time}</translation>
    </message>
    <message>
        <source>a text, {size}</source>
        <translation>un texto, {size}</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>desktopxfer was closed.</source>
        <translation>se cerró desktopxfer.</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>de {name}</translation>
    </message>
    <message>
        <source>the connection was lost.</source>
        <translation>se perdió la conexión.</translation>
    </message>
    <message>
        <source>the disk is full. Make room, and it goes on by itself.</source>
        <translation>el disco está lleno. Libera espacio y continuará por sí sola.</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>para {name}</translation>
    </message>
    <message>
        <source>waiting for data</source>
        <translation>esperando datos</translation>
    </message>
    <message>
        <source>{amount} in {duration}</source>
        <translation>{amount} en {duration}</translation>
    </message>
    <message>
        <source>{chosen} of {total} offered</source>
        <translation>{chosen} de {total} ofrecidos</translation>
    </message>
    <message>
        <source>{count} B</source>
        <translation>{count} B</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>{duration} restantes</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>{name} no está disponible.</translation>
    </message>
    <message>
        <source>{name} has no room for it. It goes on when there is some.</source>
        <translation>{name} no tiene espacio para ello. Continuará cuando lo haya.</translation>
    </message>
    <message>
        <source>{name} wants to send {amount}</source>
        <translation>{name} quiere enviar {amount}</translation>
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
