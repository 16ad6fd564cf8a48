<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Action</name>
    <message>
        <source>Answer…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>Copier l’erreur</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnostiquer…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Réessayer les échecs</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Show only what failed</source>
        <translation>Afficher seulement les échecs</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Afficher le texte</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>Afficher les fichiers</translation>
    </message>
    <message>
        <source>Try to send now</source>
        <translation>Essayer d’envoyer maintenant</translation>
    </message>
</context>
<context>
    <name>AddAddress</name>
    <message>
        <source>Add by address</source>
        <translation>Ajouter par adresse</translation>
    </message>
    <message>
        <source>Add this device</source>
        <translation>Ajouter cet appareil</translation>
    </message>
    <message>
        <source>Address of the device</source>
        <translation>Adresse de l’appareil</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Nom ou adresse</translation>
    </message>
    <message>
        <source>Such as desk-pc or 192.168.1.20</source>
        <translation>Par exemple desk-pc ou 192.168.1.20</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Check with</source>
        <translation>Vérifier avec</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Vérification de la connexion</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Device to check the connection with</source>
        <translation>Appareil avec lequel vérifier la connexion</translation>
    </message>
    <message>
        <source>Looking for what may be in the way…</source>
        <translation>Recherche de ce qui pourrait faire obstacle…</translation>
    </message>
    <message>
        <source>No device: look at this computer only</source>
        <translation>Aucun appareil&#xa0;: examiner seulement cet ordinateur</translation>
    </message>
    <message>
        <source>No problem was found, but something may be in the way.</source>
        <translation>Aucun problème n’a été trouvé, mais quelque chose pourrait faire obstacle.</translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>Aucun problème n’a été trouvé.</translation>
    </message>
    <message>
        <source>Something is in the way.</source>
        <translation>Quelque chose fait obstacle.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Résultats</translation>
    </message>
</context>
<context>
    <name>CloseChoice</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>It can go on without its window: transfers continue, and others can send to you. Its icon in the tray brings the window back.</source>
        <translation>Il peut continuer sans sa fenêtre&#xa0;: les transferts se poursuivent et les autres peuvent vous envoyer des fichiers. Son icône dans la zone de notification rouvre la fenêtre.</translation>
    </message>
    <message>
        <source>Keep desktopxfer running?</source>
        <translation>Laisser desktopxfer en marche&#x202f;?</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Laisser en marche</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>What you choose holds from now on. The settings can change it.</source>
        <translation>Votre choix vaut à partir de maintenant. Vous pouvez le changer dans les paramètres.</translation>
    </message>
</context>
<context>
    <name>ConflictChoice</name>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>&amp;Skip identical</source>
        <translation>I&amp;gnorer les identiques</translation>
    </message>
    <message>
        <source>Ask for &amp;each</source>
        <translation>&amp;Au cas par cas</translation>
    </message>
    <message>
        <source>Each file that is there is replaced by the one that arrives. Folders are merged, and nothing else in them is touched.</source>
        <translation>Chaque fichier déjà présent est remplacé par celui qui arrive. Les dossiers sont fusionnés, et rien d’autre n’y est modifié.</translation>
    </message>
    <message>
        <source>Files that are there with the same content are not sent again; of the others both are kept. Folders are merged.</source>
        <translation>Les fichiers déjà présents avec le même contenu ne sont pas renvoyés&#x202f;; pour les autres, les deux sont gardés. Les dossiers sont fusionnés.</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>Garder les &amp;deux</translation>
    </message>
    <message>
        <source>Remember this for {name}</source>
        <translation>S’en souvenir pour {name}</translation>
    </message>
    <message>
        <source>What arrives gets another name, with (2) behind it.</source>
        <translation>Ce qui arrive reçoit un autre nom, suivi de (2).</translation>
    </message>
    <message>
        <source>What is chosen for a file holds if it differs from the one that is there. Folders are merged.</source>
        <translation>Le choix fait pour un fichier vaut s’il diffère de celui déjà présent. Les dossiers sont fusionnés.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” and %Ln more are in this folder already.</source>
        <translation>
            <numerusform>«&#xa0;{name}&#xa0;» et %Ln autre élément sont déjà dans ce dossier.</numerusform>
            <numerusform>«&#xa0;{name}&#xa0;» et %Ln autres éléments sont déjà dans ce dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is in this folder already.</source>
        <translation>«&#xa0;{name}&#xa0;» est déjà dans ce dossier.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln échec</numerusform>
            <numerusform>%Ln échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) had changed and were sent anew</source>
        <translation>
            <numerusform>%Ln fichier avait changé et a été renvoyé</numerusform>
            <numerusform>%Ln fichiers avaient changé et ont été renvoyés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln élément</numerusform>
            <numerusform>%Ln éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} failed</source>
        <translation>
            <numerusform>%Ln échec sur {total}</numerusform>
            <numerusform>%Ln échecs sur {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s) that you have not answered yet are cancelled.</source>
        <translation>
            <numerusform>%Ln proposition restée sans réponse est annulée.</numerusform>
            <numerusform>%Ln propositions restées sans réponse sont annulées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln ignoré</numerusform>
            <numerusform>%Ln ignorés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are not finished and can go on when desktopxfer is open again.</source>
        <translation>
            <numerusform>%Ln transfert n’est pas terminé et pourra continuer quand desktopxfer sera rouvert.</numerusform>
            <numerusform>%Ln transferts ne sont pas terminés et pourront continuer quand desktopxfer sera rouvert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen %Ln day(s) ago</source>
        <translation>
            <numerusform>Vu il y a %Ln jour</numerusform>
            <numerusform>Vu il y a %Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{addresses} and %Ln more</source>
        <translation>
            <numerusform>{addresses} et %Ln autre</numerusform>
            <numerusform>{addresses} et %Ln autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{first} and %Ln more</source>
        <translation>
            <numerusform>{first} et %Ln autre</numerusform>
            <numerusform>{first} et %Ln autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceAction</name>
    <message>
        <source>Accept automatically into…</source>
        <translation>Accepter automatiquement dans…</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Copy device id</source>
        <translation>Copier l’identifiant de l’appareil</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnostiquer…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Pair…</source>
        <translation>Associer…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Envoyer un dossier…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Envoyer des fichiers…</translation>
    </message>
    <message>
        <source>Send text…</source>
        <translation>Envoyer du texte…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
</context>
<context>
    <name>DeviceControl</name>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Block device?</source>
        <translation>Bloquer l’appareil&#x202f;?</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Forget device?</source>
        <translation>Oublier l’appareil&#x202f;?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Where to save what {name} sends</source>
        <translation>Où enregistrer ce qu’envoie {name}</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more and may ask for nothing. To trust it again, you have to unblock it and to compare codes.</source>
        <translation>{name} ne sera plus un appareil de confiance et ne pourra plus rien demander. Pour lui faire de nouveau confiance, vous devrez le débloquer et comparer les codes.</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more. When it appears again, it will be a new device; to trust it, you have to compare codes.</source>
        <translation>{name} ne sera plus un appareil de confiance. S’il réapparaît, ce sera un nouvel appareil&#x202f;; pour lui faire confiance, vous devrez comparer les codes.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Accept automatically into {folder}</source>
        <translation>Accepter automatiquement dans {folder}</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
</context>
<context>
    <name>DeviceModel</name>
    <message>
        <source>Accepted automatically into {folder}</source>
        <translation>Accepté automatiquement dans {folder}</translation>
    </message>
    <message>
        <source>Not the device you trust</source>
        <translation>Pas l’appareil de confiance</translation>
    </message>
    <message>
        <source>calls itself {name}</source>
        <translation>se nomme {name}</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>No devices found yet</source>
        <translation>Aucun appareil trouvé pour l’instant</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, or add its address below.</source>
        <translation>Ouvrez desktopxfer sur l’autre ordinateur, ou ajoutez son adresse ci-dessous.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Envoyer à</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>Envoyer à %Ln appareil</numerusform>
            <numerusform>Envoyer à %Ln appareils</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to which devices?</source>
        <translation>À quels appareils envoyer&#x202f;?</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose a folder to send</source>
        <translation>Choisir un dossier à envoyer</translation>
    </message>
    <message>
        <source>Choose devices…</source>
        <translation>Choisir les appareils…</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>Choisir des fichiers à envoyer</translation>
    </message>
    <message>
        <source>Do not send them</source>
        <translation>Ne pas les envoyer</translation>
    </message>
    <message>
        <source>Drop files or folders on a device, or anywhere to choose one</source>
        <translation>Déposez des fichiers ou dossiers sur un appareil, ou ici</translation>
    </message>
    <message>
        <source>Drop here to choose the devices</source>
        <translation>Déposez ici pour choisir les appareils</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Fichiers…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Dossier…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>Texte…</translation>
    </message>
    <message>
        <source>Write a text to send</source>
        <translation>Écrire un texte à envoyer</translation>
    </message>
    <message>
        <source>{items}: choose a device</source>
        <translation>{items}&#xa0;: choisissez un appareil</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Non accepté</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>{name}: can run as a program</source>
        <translation>{name}&#xa0;: peut s’exécuter comme un programme</translation>
    </message>
    <message>
        <source>{name}: hidden, can change how programs behave</source>
        <translation>{name}&#xa0;: masqué, peut changer le comportement de programmes</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <source>Write the whole path of the folder, such as {example}.</source>
        <translation>Indiquez le chemin complet du dossier, par exemple {example}.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>Everyone for %Ln minute(s), then trusted devices only</source>
        <translation>
            <numerusform>Tous pendant %Ln minute, puis appareils de confiance seulement</numerusform>
            <numerusform>Tous pendant %Ln minutes, puis appareils de confiance seulement</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone nearby can see it and offer files</source>
        <translation>Tous à proximité peuvent le voir et proposer des fichiers</translation>
    </message>
    <message>
        <source>Nobody can see it or offer files</source>
        <translation>Personne ne peut le voir ni proposer de fichiers</translation>
    </message>
    <message>
        <source>Only trusted devices can offer files</source>
        <translation>Seuls les appareils de confiance peuvent proposer des fichiers</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>This device · {id}</source>
        <translation>Cet appareil · {id}</translation>
    </message>
    <message>
        <source>Trusted devices only</source>
        <translation>Appareils de confiance seulement</translation>
    </message>
    <message>
        <source>Visible to everyone</source>
        <translation>Visible par tous</translation>
    </message>
    <message>
        <source>Visible to everyone for {duration}</source>
        <translation>Visible par tous encore {duration}</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>Invisible</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>All past transfers are forgotten, with the texts that came. The files stay where they are.</source>
        <translation>Tous les transferts passés seront oubliés, avec les textes reçus. Les fichiers restent où ils sont.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>Effacer l’historique</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>Effacer l’historique&#x202f;?</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>No past transfers</source>
        <translation>Aucun transfert passé</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Search by name, device or folder</source>
        <translation>Rechercher par nom, appareil ou dossier</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Rechercher dans l’historique</translation>
    </message>
    <message>
        <source>What you send and receive is listed here when it is over.</source>
        <translation>Ce que vous envoyez et recevez apparaît ici une fois terminé.</translation>
    </message>
</context>
<context>
    <name>IntegrationField</name>
    <message>
        <source>A file manager that is open may show it only when it is started again.</source>
        <translation>Un gestionnaire de fichiers déjà ouvert peut ne l’afficher qu’après un redémarrage.</translation>
    </message>
    <message>
        <source>Start with the computer, in the background</source>
        <translation>Démarrer avec l’ordinateur, en arrière-plan</translation>
    </message>
    <message>
        <source>“Send with desktopxfer” in the file manager</source>
        <translation>«&#xa0;Envoyer avec desktopxfer&#xa0;» dans le gestionnaire de fichiers</translation>
    </message>
</context>
<context>
    <name>LeftoverList</name>
    <message>
        <source>Discard the part files of {name}</source>
        <translation>Abandonner les fichiers partiels de {name}</translation>
    </message>
    <message>
        <source>Part files of interrupted transfers, kept so that they can go on</source>
        <translation>Fichiers partiels de transferts interrompus, gardés pour pouvoir les continuer</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Active</source>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Nettoyer</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Retirer les transferts terminés</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Drop files or folders on a device to send them. What others send to you appears here and asks you first.</source>
        <translation>Déposez des fichiers ou dossiers sur un appareil pour les envoyer. Ce que les autres vous envoient apparaît ici et vous demande d’abord votre accord.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>If it does not appear, add this one there by its address: {address}</source>
        <translation>S’il n’apparaît pas, ajoutez-y celui-ci par son adresse&#xa0;: {address}</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>Aucun appareil pour l’instant</translation>
    </message>
    <message>
        <source>No transfers yet</source>
        <translation>Aucun transfert pour l’instant</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation>Aucun échec</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>Aucun transfert en cours</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, in the same network.</source>
        <translation>Ouvrez desktopxfer sur l’autre ordinateur, dans le même réseau.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Quit desktopxfer?</source>
        <translation>Quitter desktopxfer&#x202f;?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ne pas quitter</translation>
    </message>
    <message>
        <source>Takes what has ended off the list; the files stay</source>
        <translation>Retire de la liste ce qui est terminé&#x202f;; les fichiers restent</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Nouvel appareil</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Afficher le texte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>{name} vous a envoyé un texte</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>{name} souhaite vous envoyer un texte</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} souhaite vous envoyer des fichiers</translation>
    </message>
    <message>
        <source>{title} did not arrive</source>
        <translation>{title} n’est pas arrivé</translation>
    </message>
    <message>
        <source>{title} has arrived</source>
        <translation>{title} est arrivé</translation>
    </message>
    <message>
        <source>{title} was interrupted</source>
        <translation>{title} a été interrompu</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln dossier</numerusform>
            <numerusform>%Ln dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the files can run as program(s).</source>
        <translation>
            <numerusform>%Ln fichier peut s’exécuter comme un programme.</numerusform>
            <numerusform>%Ln fichiers peuvent s’exécuter comme des programmes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation>Choisir où enregistrer</translation>
    </message>
    <message>
        <source>Not enough space: {wanted} needed, {free} free. Choose another folder, or untick something.</source>
        <translation>Espace insuffisant&#xa0;: {wanted} nécessaires, {free} libres. Choisissez un autre dossier, ou décochez des éléments.</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <source>This folder does not answer. Choose another one.</source>
        <translation>Ce dossier ne répond pas. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Tick what you want to have.</source>
        <translation>Cochez ce que vous voulez recevoir.</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>Ce qui est proposé</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln file(s), {size} of {total}</source>
        <translation>
            <numerusform>{count} sur %Ln fichier, {size} sur {total}</numerusform>
            <numerusform>{count} sur %Ln fichiers, {size} sur {total}</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free, {after} after this</source>
        <translation>{free} libres, {after} ensuite</translation>
    </message>
    <message>
        <source>{name} wants to send files</source>
        <translation>{name} souhaite envoyer des fichiers</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} souhaite vous envoyer des fichiers</translation>
    </message>
</context>
<context>
    <name>OfferQuestion</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Block this device</source>
        <translation>Bloquer cet appareil</translation>
    </message>
    <message>
        <source>Both screens show this code. Decline if they differ.</source>
        <translation>Les deux écrans affichent ce code. Refusez s’ils diffèrent.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>Appareil {id}</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Nouvel appareil</translation>
    </message>
    <message>
        <source>The codes are the same: trust this device from now on</source>
        <translation>Les codes sont identiques&#xa0;: faire désormais confiance à cet appareil</translation>
    </message>
    <message>
        <source>{name} withdrew this offer.</source>
        <translation>{name} a retiré cette proposition.</translation>
    </message>
</context>
<context>
    <name>PairingDialog</name>
    <message>
        <source>Block this device</source>
        <translation>Bloquer cet appareil</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Connecting to {name}…</source>
        <translation>Connexion à {name}…</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>Appareil {id}</translation>
    </message>
    <message>
        <source>Do both screens show this code?</source>
        <translation>Les deux écrans affichent-ils ce code&#x202f;?</translation>
    </message>
    <message>
        <source>Do both screens show {code}?</source>
        <translation>Les deux écrans affichent-ils {code}&#x202f;?</translation>
    </message>
    <message>
        <source>Look at the other screen, or have its code read out to you. Only if they are the same is nobody between the two devices.</source>
        <translation>Regardez l’autre écran, ou faites-vous lire son code. Ce n’est que si les codes sont identiques que personne ne se trouve entre les deux appareils.</translation>
    </message>
    <message>
        <source>Not paired with {name}</source>
        <translation>Non associé à {name}</translation>
    </message>
    <message>
        <source>Pair with {name}</source>
        <translation>Association avec {name}</translation>
    </message>
    <message>
        <source>The other screen shows the same code and asks the same question.</source>
        <translation>L’autre écran affiche le même code et pose la même question.</translation>
    </message>
    <message>
        <source>Then both screens show a code, for the two of you to compare.</source>
        <translation>Ensuite, les deux écrans affichent un code, à comparer ensemble.</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Ils sont identiques</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Ils diffèrent</translation>
    </message>
    <message>
        <source>Waiting for {name} to confirm…</source>
        <translation>En attente de la confirmation de {name}…</translation>
    </message>
    <message>
        <source>desktopxfer knows this device from now on, by whatever name it goes, and warns you if another one takes its name.</source>
        <translation>desktopxfer reconnaît désormais cet appareil, quel que soit son nom, et vous avertit si un autre prend son nom.</translation>
    </message>
    <message>
        <source>{name} does not let new devices ask at the moment. Make it visible to everyone there, then pair again.</source>
        <translation>{name} n’accepte pas de demandes de nouveaux appareils pour le moment. Rendez-le visible par tous sur place, puis recommencez l’association.</translation>
    </message>
    <message>
        <source>{name} is trusted now</source>
        <translation>{name} est maintenant un appareil de confiance</translation>
    </message>
    <message>
        <source>{name} wants to pair</source>
        <translation>{name} demande l’association</translation>
    </message>
</context>
<context>
    <name>PastAction</name>
    <message>
        <source>Copy what went wrong</source>
        <translation>Copier l’erreur</translation>
    </message>
    <message>
        <source>Remove from the history</source>
        <translation>Retirer de l’historique</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Afficher le texte</translation>
    </message>
</context>
<context>
    <name>PastList</name>
    <message>
        <source>Past transfers</source>
        <translation>Transferts passés</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>PathChooser</name>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Choose a folder to send</source>
        <translation>Choisir un dossier à envoyer</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>Choisir des fichiers à envoyer</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>It calls itself {name}. Only you see the name that you give it.</source>
        <translation>Il se nomme {name}. Vous seul voyez le nom que vous lui donnez.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename device</source>
        <translation>Renommer l’appareil</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>&amp;Enregistrer dans</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>&amp;Visible par</translation>
    </message>
    <message>
        <source>&amp;When closed</source>
        <translation>À la &amp;fermeture</translation>
    </message>
    <message>
        <source>All transfers together. Empty is no limit.</source>
        <translation>Pour tous les transferts ensemble. Vide&#xa0;: sans limite.</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Une autre langue s’applique à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Copy the whole device id</source>
        <translation>Copier l’identifiant complet de l’appareil</translation>
    </message>
    <message>
        <source>Device id {id}</source>
        <translation>Identifiant {id}</translation>
    </message>
    <message>
        <source>Everyone for a while</source>
        <translation>Tous pour un moment</translation>
    </message>
    <message>
        <source>Everyone for {duration}, then trusted devices only</source>
        <translation>Tous encore {duration}, puis appareils de confiance seulement</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>How long a lost connection is made again by itself. After that, or with 0, a transfer waits until you resume it.</source>
        <translation>Durée pendant laquelle une connexion perdue est rétablie automatiquement. Ensuite, ou avec 0, un transfert attend que vous le repreniez.</translation>
    </message>
    <message>
        <source>In MB/s. Empty is no limit.</source>
        <translation>En Mo/s. Vide&#xa0;: sans limite.</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Rester en marche dans la zone de notification</translation>
    </message>
    <message>
        <source>Limit the speed to {slowest} MB/s or more, or leave it empty.</source>
        <translation>Limitez la vitesse à {slowest}&#xa0;Mo/s ou plus, ou laissez le champ vide.</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>Mo/s</translation>
    </message>
    <message>
        <source>MB/s, &amp;receive at most</source>
        <translation>Mo/s, &amp;réception</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Not&amp;ifications</source>
        <translation>Not&amp;ifications</translation>
    </message>
    <message>
        <source>Of offers, and of what has arrived or failed while you look elsewhere.</source>
        <translation>Sur les propositions, et sur ce qui est arrivé ou a échoué pendant que vous faites autre chose.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Receive at most</source>
        <translation>Réception maximale</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Send at &amp;most</source>
        <translation>Envoi &amp;maximal</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Afficher les notifications</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Try a&amp;gain for</source>
        <translation>Réessayer &amp;pendant</translation>
    </message>
    <message numerus="yes">
        <source>Try again for %Ln minute(s) at most.</source>
        <translation>
            <numerusform>Réessayez pendant %Ln minute au maximum.</numerusform>
            <numerusform>Réessayez pendant %Ln minutes au maximum.</numerusform>
        </translation>
    </message>
    <message>
        <source>What others see.</source>
        <translation>Ce que voient les autres.</translation>
    </message>
    <message>
        <source>What the window&apos;s close button does. Where there is no tray, it quits.</source>
        <translation>Ce que fait le bouton de fermeture de la fenêtre. Sans zone de notification, il quitte le programme.</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>Où vont les fichiers, sauf si vous choisissez un autre dossier en les acceptant.</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked first, unless you accept automatically what a trusted device sends.</source>
        <translation>Qui peut proposer des fichiers. Votre accord est d’abord demandé, sauf si vous acceptez automatiquement ce qu’envoie un appareil de confiance.</translation>
    </message>
    <message>
        <source>Write a port from 0 to 65535.</source>
        <translation>Indiquez un port de 0 à 65535.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>illimité</translation>
    </message>
    <message>
        <source>{port} is the usual one, 0 takes any free one. Others find this device with any port, but who types its address has to add it, as in 192.168.1.20:{other}.</source>
        <translation>{port} est le port habituel, 0 en prend un libre. Les autres trouvent cet appareil quel que soit le port, mais qui saisit son adresse doit l’y ajouter, comme dans 192.168.1.20:{other}.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Copy the addresses</source>
        <translation>Copier les adresses</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Finds out why devices do not find or reach each other</source>
        <translation>Cherche pourquoi des appareils ne se trouvent pas ou n’arrivent pas à se joindre</translation>
    </message>
    <message>
        <source>Reachable at {addresses}</source>
        <translation>Joignable à {addresses}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>This computer is not in a network. Connect it to one.</source>
        <translation>Cet ordinateur n’est dans aucun réseau. Connectez-le à un réseau.</translation>
    </message>
</context>
<context>
    <name>TakenModel</name>
    <message>
        <source>Choose this for all</source>
        <translation>Choisir pour tous</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>{choice}: chosen</source>
        <translation>{choice}&#xa0;: choisi</translation>
    </message>
    <message>
        <source>{name}: {choice}</source>
        <translation>{name}&#xa0;: {choice}</translation>
    </message>
</context>
<context>
    <name>TakenView</name>
    <message>
        <source>Files that are there already</source>
        <translation>Fichiers déjà présents</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Longer than 1 MiB. Save it as a file and send that.</source>
        <translation>Plus de 1&#xa0;Mio. Enregistrez-le dans un fichier et envoyez celui-ci.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send text</source>
        <translation>Envoyer du texte</translation>
    </message>
    <message>
        <source>Send text to {name}</source>
        <translation>Envoyer du texte à {name}</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Envoyer…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Texte à envoyer</translation>
    </message>
    <message>
        <source>Write or paste a text or a link</source>
        <translation>Écrivez ou collez un texte ou un lien</translation>
    </message>
</context>
<context>
    <name>TextOffer</name>
    <message>
        <source>A text of {size}. You see it when you have accepted it.</source>
        <translation>Un texte de {size}. Vous le verrez une fois accepté.</translation>
    </message>
    <message>
        <source>{name} wants to send a text</source>
        <translation>{name} souhaite envoyer un texte</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>{name} souhaite vous envoyer un texte</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Characters that hide something or steer a program are shown, and copied, as �. A saved file has them as they came.</source>
        <translation>Les caractères qui cachent quelque chose ou commandent un programme sont affichés et copiés comme �. Un fichier enregistré les contient tels qu’ils sont arrivés.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Only the first {count} lines are shown. Copy and save take all.</source>
        <translation>Seules les {count} premières lignes sont affichées. La copie et l’enregistrement prennent tout.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save text as</source>
        <translation>Enregistrer le texte sous</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Text from {name}</source>
        <translation>Texte de {name}</translation>
    </message>
    <message>
        <source>kept for a week</source>
        <translation>gardé une semaine</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>{name} vous a envoyé un texte</translation>
    </message>
</context>
<context>
    <name>TransferControl</name>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Discard transfer?</source>
        <translation>Abandonner le transfert&#x202f;?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>The unfinished part files of “{name}” are removed, and it cannot go on. Of {size} that have arrived, files that are complete already stay where they are.</source>
        <translation>Les fichiers partiels inachevés de «&#xa0;{name}&#xa0;» seront supprimés, et le transfert ne pourra plus continuer. Sur les {size} arrivés, les fichiers déjà complets restent où ils sont.</translation>
    </message>
    <message>
        <source>“{name}” will not go on. What has arrived at {peer} is not kept for it any more; your own files stay as they are.</source>
        <translation>«&#xa0;{name}&#xa0;» ne continuera pas. Ce qui est arrivé sur {peer} n’y sera plus gardé&#x202f;; vos propres fichiers restent tels quels.</translation>
    </message>
</context>
<context>
    <name>TransferFiles</name>
    <message numerus="yes">
        <source>%Ln more were skipped.</source>
        <translation>
            <numerusform>%Ln autre a été ignoré.</numerusform>
            <numerusform>%Ln autres ont été ignorés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>Copier l’erreur</translation>
    </message>
    <message>
        <source>Files of the transfer</source>
        <translation>Fichiers du transfert</translation>
    </message>
    <message>
        <source>Hide the files</source>
        <translation>Masquer les fichiers</translation>
    </message>
    <message>
        <source>Only failed</source>
        <translation>Échecs seulement</translation>
    </message>
</context>
<context>
    <name>TransferList</name>
    <message>
        <source>Hide the files</source>
        <translation>Masquer les fichiers</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%Ln offer(s) wait for your answer</source>
        <translation>
            <numerusform>%Ln proposition attend votre réponse</numerusform>
            <numerusform>%Ln propositions attendent votre réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln transfert</numerusform>
            <numerusform>%Ln transferts</numerusform>
        </translation>
    </message>
    <message>
        <source>Open desktopxfer</source>
        <translation>Ouvrir desktopxfer</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Receiving from {name}</source>
        <translation>Réception depuis {name}</translation>
    </message>
    <message>
        <source>Sending to {name}</source>
        <translation>Envoi à {name}</translation>
    </message>
    <message>
        <source>Who may send to me</source>
        <translation>Qui peut m’envoyer des fichiers</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} souhaite vous envoyer des fichiers</translation>
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
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Impostor</source>
        <translation>Imposteur</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Confiance</translation>
    </message>
</context>
<context>
    <name>VisibilityField</name>
    <message>
        <source>&amp;Everyone nearby</source>
        <translation>&amp;Tous à proximité</translation>
    </message>
    <message>
        <source>&amp;Trusted devices only</source>
        <translation>Appareils de &amp;confiance seulement</translation>
    </message>
    <message>
        <source>N&amp;obody</source>
        <translation>Per&amp;sonne</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>&amp;Enregistrer dans</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>&amp;Visible par</translation>
    </message>
    <message>
        <source>All of this is in the settings too.</source>
        <translation>Tout cela se trouve aussi dans les paramètres.</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Drop files on a computer in the list, and they go there. It has to run desktopxfer too, in the same network.</source>
        <translation>Déposez des fichiers sur un ordinateur de la liste pour les lui envoyer. Il doit lui aussi exécuter desktopxfer, dans le même réseau.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Welcome to desktopxfer</source>
        <translation>Bienvenue dans desktopxfer</translation>
    </message>
    <message>
        <source>What the people around you see. Choose one that they recognise.</source>
        <translation>Ce que voient les personnes autour de vous. Choisissez un nom qu’elles reconnaissent.</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>Où vont les fichiers, sauf si vous choisissez un autre dossier en les acceptant.</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked each time before anything is saved.</source>
        <translation>Qui peut proposer des fichiers. Votre accord est demandé chaque fois avant tout enregistrement.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A different device answers at the address of {subject}, so nothing was sent. If it was reinstalled, remove it from the list and add it again.</source>
        <extracomment>WrongDevice</extracomment>
        <translation>Un autre appareil répond à l’adresse de {subject}, rien n’a donc été envoyé. S’il a été réinstallé, retirez-le de la liste et ajoutez-le à nouveau.</translation>
    </message>
    <message>
        <source>A file of the profile was damaged ({detail}) and was set aside as {subject}. desktopxfer goes on without it.</source>
        <extracomment>DamagedFile</extracomment>
        <translation>Un fichier du profil était endommagé ({detail}) et a été mis de côté sous le nom {subject}. desktopxfer continue sans lui.</translation>
    </message>
    <message>
        <source>A text may have 1 MiB at most. Save it as a file and send that.</source>
        <extracomment>TextTooLong</extracomment>
        <translation>Un texte peut avoir au plus 1&#xa0;Mio. Enregistrez-le dans un fichier et envoyez celui-ci.</translation>
    </message>
    <message>
        <source>A window cannot open: the system lacks {subject}. {detail}</source>
        <extracomment>ScreenLibrariesMissing</extracomment>
        <translation>Impossible d’ouvrir une fenêtre&#xa0;: il manque au système {subject}. {detail}</translation>
    </message>
    <message>
        <source>A window of desktopxfer is open with the profile {subject}, and does not answer. Wait until it has closed, or end it, then try again.</source>
        <extracomment>WindowSilent</extracomment>
        <translation>Une fenêtre de desktopxfer est ouverte avec le profil {subject} et ne répond pas. Attendez qu’elle se ferme, ou terminez-la, puis réessayez.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <extracomment>Cancelled</extracomment>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>More than one device is called {subject}. Give its device id instead: {detail}.</source>
        <extracomment>AmbiguousDevice</extracomment>
        <translation>Plusieurs appareils se nomment {subject}. Indiquez plutôt l’identifiant de l’appareil&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>No computer called {subject} was found. Check the spelling, or use its address.</source>
        <extracomment>UnknownHost</extracomment>
        <translation>Aucun ordinateur nommé {subject} n’a été trouvé. Vérifiez l’orthographe, ou utilisez son adresse.</translation>
    </message>
    <message>
        <source>No device called {subject} was found. Open desktopxfer there, or give its address instead.</source>
        <extracomment>DeviceNotFound</extracomment>
        <translation>Aucun appareil nommé {subject} n’a été trouvé. Ouvrez-y desktopxfer, ou indiquez plutôt son adresse.</translation>
    </message>
    <message>
        <source>No known device has the name or id {subject}. See the devices and their ids with: desktopxfer devices.</source>
        <extracomment>UnknownDevice</extracomment>
        <translation>Aucun appareil connu n’a le nom ou l’identifiant {subject}. Pour voir les appareils et leurs identifiants&#xa0;: desktopxfer devices.</translation>
    </message>
    <message>
        <source>No transfer has the id {subject}. See them and their ids with: desktopxfer history.</source>
        <extracomment>NoSuchTransfer</extracomment>
        <translation>Aucun transfert n’a l’identifiant {subject}. Pour voir les transferts et leurs identifiants&#xa0;: desktopxfer history.</translation>
    </message>
    <message>
        <source>Nobody answered at {subject}. Ask the person there, then try again.</source>
        <extracomment>NoAnswer</extracomment>
        <translation>Personne n’a répondu sur {subject}. Prévenez la personne, puis réessayez.</translation>
    </message>
    <message>
        <source>Nobody here answered in time, so what {subject} offered was declined. Ask for it to be sent again.</source>
        <extracomment>Unanswered</extracomment>
        <translation>Personne n’a répondu ici à temps, la proposition de {subject} a donc été refusée. Demandez un nouvel envoi.</translation>
    </message>
    <message>
        <source>None of the file managers that desktopxfer can be added to is installed here. These are Nautilus, Dolphin, Nemo, Caja and Thunar.</source>
        <extracomment>NoFileManager</extracomment>
        <translation>Aucun des gestionnaires de fichiers auxquels desktopxfer peut s’ajouter n’est installé ici. Ce sont Nautilus, Dolphin, Nemo, Caja et Thunar.</translation>
    </message>
    <message>
        <source>Nothing answers at {subject}. Open desktopxfer there, or check address and port.</source>
        <extracomment>Refused</extracomment>
        <translation>Rien ne répond à {subject}. Ouvrez-y desktopxfer, ou vérifiez l’adresse et le port.</translation>
    </message>
    <message>
        <source>Paused. Resume it when you like: what has arrived is kept and not sent again.</source>
        <extracomment>Paused</extracomment>
        <translation>En pause. Reprenez quand vous voulez&#xa0;: ce qui est arrivé est gardé et ne sera pas renvoyé.</translation>
    </message>
    <message>
        <source>Something went wrong: {detail}</source>
        <extracomment>DesktopxferError</extracomment>
        <translation>Une erreur s’est produite&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>That is too much for one transfer ({detail}). Send it in parts.</source>
        <extracomment>TooManyEntries</extracomment>
        <translation>C’est trop pour un seul transfert ({detail}). Envoyez-le en plusieurs fois.</translation>
    </message>
    <message>
        <source>The codes were not the same on both screens, so {subject} is not trusted. Somebody may sit between the two devices: try again in another network before you send anything.</source>
        <extracomment>CodesDiffer</extracomment>
        <translation>Les codes n’étaient pas identiques sur les deux écrans, {subject} n’est donc pas un appareil de confiance. Quelqu’un se trouve peut-être entre les deux appareils&#xa0;: réessayez dans un autre réseau avant d’envoyer quoi que ce soit.</translation>
    </message>
    <message>
        <source>The connection to {subject} was lost before the end. Check the network, then try again from the computer that began.</source>
        <extracomment>ConnectionLost</extracomment>
        <translation>La connexion à {subject} a été perdue avant la fin. Vérifiez le réseau, puis réessayez depuis l’ordinateur qui a commencé.</translation>
    </message>
    <message>
        <source>The disk is full: {subject} was not saved. Make room, then resume the transfer.</source>
        <extracomment>DiskFull</extracomment>
        <translation>Le disque est plein&#xa0;: {subject} n’a pas été enregistré. Faites de la place, puis reprenez le transfert.</translation>
    </message>
    <message>
        <source>The file {subject}, which holds the actions of a file manager, is damaged ({detail}) and was left as it is. Mend or remove it, then try again.</source>
        <extracomment>DamagedActions</extracomment>
        <translation>Le fichier {subject}, qui contient les actions d’un gestionnaire de fichiers, est endommagé ({detail}) et a été laissé tel quel. Réparez-le ou supprimez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The file {subject}, which proves who this device is, is damaged ({detail}). Restore it from a backup; or remove it to start as a new device that others have to meet again.</source>
        <extracomment>DamagedIdentity</extracomment>
        <translation>Le fichier {subject}, qui prouve l’identité de cet appareil, est endommagé ({detail}). Restaurez-le depuis une sauvegarde&#x202f;; ou supprimez-le pour repartir comme un nouvel appareil, que les autres devront redécouvrir.</translation>
    </message>
    <message>
        <source>The folder {subject} cannot be used ({detail}). Choose another folder.</source>
        <extracomment>FolderUnusable</extracomment>
        <translation>Le dossier {subject} ne peut pas être utilisé ({detail}). Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The folder {subject} is not there. Choose another folder.</source>
        <extracomment>FolderMissing</extracomment>
        <translation>Le dossier {subject} n’existe pas. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The ids of several transfers begin with {subject}. Give more of it: {detail}.</source>
        <extracomment>AmbiguousTransfer</extracomment>
        <translation>Les identifiants de plusieurs transferts commencent par {subject}. Donnez-en davantage&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>The list of files of a transfer is damaged ({detail}). It cannot be resumed.</source>
        <extracomment>DamagedList</extracomment>
        <translation>La liste des fichiers d’un transfert est endommagée ({detail}). Il ne peut pas être repris.</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program, so this device listens at port {detail}. Others find it all the same; only typed addresses need the new number.</source>
        <extracomment>PortReplaced</extracomment>
        <translation>Le port {subject} est utilisé par un autre programme, cet appareil écoute donc sur le port {detail}. Les autres le trouvent quand même&#x202f;; seules les adresses saisies ont besoin du nouveau numéro.</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program. Choose another port, or 0 for any.</source>
        <extracomment>PortTaken</extracomment>
        <translation>Le port {subject} est utilisé par un autre programme. Choisissez un autre port, ou 0 pour n’importe lequel.</translation>
    </message>
    <message>
        <source>The profile {subject} cannot be used ({detail}). Choose another with --profile.</source>
        <extracomment>ProfileUnusable</extracomment>
        <translation>Le profil {subject} ne peut pas être utilisé ({detail}). Choisissez-en un autre avec --profile.</translation>
    </message>
    <message>
        <source>The program was closed. Resume to go on where it stopped.</source>
        <extracomment>Stopped</extracomment>
        <translation>Le programme a été fermé. Reprenez pour continuer là où il s’est arrêté.</translation>
    </message>
    <message>
        <source>The screen {subject} cannot be used: nothing answers there, or this user may not use it. Check DISPLAY and XAUTHORITY.</source>
        <extracomment>ScreenUnreachable</extracomment>
        <translation>L’écran {subject} ne peut pas être utilisé&#xa0;: rien n’y répond, ou cet utilisateur n’y a pas droit. Vérifiez DISPLAY et XAUTHORITY.</translation>
    </message>
    <message>
        <source>There are no files, no picture and no text on the clipboard.</source>
        <extracomment>NothingToPaste</extracomment>
        <translation>Le presse-papiers ne contient ni fichiers, ni image, ni texte.</translation>
    </message>
    <message>
        <source>There is no file or folder {subject}.</source>
        <extracomment>PathMissing</extracomment>
        <translation>Il n’y a ni fichier ni dossier {subject}.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Without one there is the command line: {detail} --help.</source>
        <extracomment>NoScreen</extracomment>
        <translation>Il n’y a pas d’écran où ouvrir une fenêtre&#xa0;: ni DISPLAY ni WAYLAND_DISPLAY n’est défini. Sans écran, il y a la ligne de commande&#xa0;: {detail} --help.</translation>
    </message>
    <message>
        <source>There is nothing to send: {subject}.</source>
        <extracomment>NothingToSend</extracomment>
        <translation>Il n’y a rien à envoyer&#xa0;: {subject}.</translation>
    </message>
    <message>
        <source>This computer cannot listen at {subject} ({detail}). Choose one of its own IP addresses, or 0.0.0.0 for all of them, and a port from 1024 on.</source>
        <extracomment>CannotListen</extracomment>
        <translation>Cet ordinateur ne peut pas écouter sur {subject} ({detail}). Choisissez l’une de ses propres adresses IP, ou 0.0.0.0 pour toutes, et un port à partir de 1024.</translation>
    </message>
    <message>
        <source>This computer cannot look for other devices ({detail}). Check its network, or give the address of the other device instead.</source>
        <extracomment>CannotDiscover</extracomment>
        <translation>Cet ordinateur ne peut pas chercher d’autres appareils ({detail}). Vérifiez son réseau, ou indiquez plutôt l’adresse de l’autre appareil.</translation>
    </message>
    <message>
        <source>This computer lets desktopxfer open no further connection ({detail}). Wait until a transfer has ended, then try again.</source>
        <extracomment>OutOfDescriptors</extracomment>
        <translation>Cet ordinateur ne laisse plus desktopxfer ouvrir de connexion ({detail}). Attendez la fin d’un transfert, puis réessayez.</translation>
    </message>
    <message>
        <source>This text is not kept any more. Ask for it to be sent again.</source>
        <extracomment>TextGone</extracomment>
        <translation>Ce texte n’est plus gardé. Demandez qu’il vous soit renvoyé.</translation>
    </message>
    <message>
        <source>WARNING: what calls itself {subject} is not the device you trust: it shows another certificate, so nothing was sent or accepted. If {subject} was reinstalled, forget it in the list of devices and pair again; otherwise somebody may be posing as it.</source>
        <extracomment>IdentityChanged</extracomment>
        <translation>ATTENTION&#xa0;: ce qui se nomme {subject} n’est pas l’appareil auquel vous faites confiance&#xa0;: il présente un autre certificat, rien n’a donc été envoyé ni accepté. Si {subject} a été réinstallé, oubliez-le dans la liste des appareils et associez-le à nouveau&#x202f;; sinon, quelqu’un se fait peut-être passer pour lui.</translation>
    </message>
    <message>
        <source>the other device</source>
        <translation>l’autre appareil</translation>
    </message>
    <message>
        <source>{subject} answers, but it is not desktopxfer: another program uses that port. Check the address and port.</source>
        <extracomment>NotDesktopxfer</extracomment>
        <translation>{subject} répond, mais ce n’est pas desktopxfer&#xa0;: un autre programme utilise ce port. Vérifiez l’adresse et le port.</translation>
    </message>
    <message>
        <source>{subject} arrived damaged and was thrown away. Resume the transfer: only what failed is sent again.</source>
        <extracomment>Damaged</extracomment>
        <translation>{subject} est arrivé endommagé et a été rejeté. Reprenez le transfert&#xa0;: seul ce qui a échoué sera renvoyé.</translation>
    </message>
    <message>
        <source>{subject} cancelled.</source>
        <extracomment>CancelledThere</extracomment>
        <translation>{subject} a annulé.</translation>
    </message>
    <message>
        <source>{subject} cannot be reached. Check that it is on, that it is in the same network and that desktopxfer is open there.</source>
        <extracomment>Unreachable</extracomment>
        <translation>{subject} est injoignable. Vérifiez qu’il est allumé, qu’il est dans le même réseau et que desktopxfer y est ouvert.</translation>
    </message>
    <message>
        <source>{subject} cannot be read. Check its permissions.</source>
        <extracomment>Unreadable</extracomment>
        <translation>{subject} ne peut pas être lu. Vérifiez ses permissions.</translation>
    </message>
    <message>
        <source>{subject} cannot be written to. Choose another folder.</source>
        <extracomment>ReadOnlyFolder</extracomment>
        <translation>Impossible d’écrire dans {subject}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{subject} changed while it was being sent. Resume the transfer when nothing writes to it: only what failed is sent again.</source>
        <extracomment>ChangedWhileSending</extracomment>
        <translation>{subject} a changé pendant l’envoi. Reprenez le transfert quand plus rien n’y écrit&#xa0;: seul ce qui a échoué sera renvoyé.</translation>
    </message>
    <message>
        <source>{subject} could not be changed ({detail}), so this computer is not set up as you wanted. Check the permissions, then try again.</source>
        <extracomment>CannotSetUp</extracomment>
        <translation>{subject} n’a pas pu être modifié ({detail}), cet ordinateur n’est donc pas configuré comme vous le vouliez. Vérifiez les permissions, puis réessayez.</translation>
    </message>
    <message>
        <source>{subject} could not be saved: the disk reported a fault ({detail}).</source>
        <extracomment>DiskFailed</extracomment>
        <translation>{subject} n’a pas pu être enregistré&#xa0;: le disque a signalé une erreur ({detail}).</translation>
    </message>
    <message>
        <source>{subject} could not go on. Look at its screen for the reason.</source>
        <extracomment>FailedThere</extracomment>
        <translation>{subject} n’a pas pu continuer. Regardez son écran pour en connaître la raison.</translation>
    </message>
    <message>
        <source>{subject} could not save the files: its folder or disk cannot be written to.</source>
        <extracomment>CannotSave</extracomment>
        <translation>{subject} n’a pas pu enregistrer les fichiers&#xa0;: impossible d’écrire dans son dossier ou sur son disque.</translation>
    </message>
    <message>
        <source>{subject} declined.</source>
        <extracomment>Declined</extracomment>
        <translation>{subject} a refusé.</translation>
    </message>
    <message>
        <source>{subject} did not arrive. Look at the other screen for the reason.</source>
        <extracomment>EntryFailed</extracomment>
        <translation>{subject} n’est pas arrivé. Regardez l’autre écran pour en connaître la raison.</translation>
    </message>
    <message>
        <source>{subject} does not accept files at the moment.</source>
        <extracomment>NotReceiving</extracomment>
        <translation>{subject} n’accepte pas de fichiers pour le moment.</translation>
    </message>
    <message>
        <source>{subject} does not have this transfer any more, so it cannot go on. It has to be sent again from the start.</source>
        <extracomment>UnknownTransfer</extracomment>
        <translation>{subject} n’a plus ce transfert, il ne peut donc pas continuer. Il faut tout renvoyer depuis le début.</translation>
    </message>
    <message>
        <source>{subject} has not enough free space for this.</source>
        <extracomment>NotEnoughSpace</extracomment>
        <translation>{subject} n’a pas assez d’espace libre pour cela.</translation>
    </message>
    <message>
        <source>{subject} has not paused: the program that runs it does not answer. Try again in a moment.</source>
        <extracomment>NotPaused</extracomment>
        <translation>{subject} ne s’est pas mis en pause&#xa0;: le programme qui l’exécute ne répond pas. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>{subject} is a device or a pipe, not a file, and was skipped.</source>
        <extracomment>NotAFile</extracomment>
        <translation>{subject} est un périphérique ou un tube, pas un fichier, et a été ignoré.</translation>
    </message>
    <message>
        <source>{subject} is a link and was skipped. Send what it points to instead.</source>
        <extracomment>LinkSkipped</extracomment>
        <translation>{subject} est un lien et a été ignoré. Envoyez plutôt ce vers quoi il pointe.</translation>
    </message>
    <message>
        <source>{subject} is already on its way, perhaps in another window of desktopxfer.</source>
        <extracomment>AlreadyRunning</extracomment>
        <translation>{subject} est déjà en cours, peut-être dans une autre fenêtre de desktopxfer.</translation>
    </message>
    <message>
        <source>{subject} is blocked on this computer. Unblock it in the list of devices first.</source>
        <extracomment>DeviceBlocked</extracomment>
        <translation>{subject} est bloqué sur cet ordinateur. Débloquez-le d’abord dans la liste des appareils.</translation>
    </message>
    <message>
        <source>{subject} is busy with too many transfers. Try again in a moment.</source>
        <extracomment>TooManyConnections</extracomment>
        <translation>{subject} est occupé par trop de transferts. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>{subject} is no longer there.</source>
        <extracomment>Vanished</extracomment>
        <translation>{subject} n’existe plus.</translation>
    </message>
    <message>
        <source>{subject} is not a device that you trust, and only for those anything can wait. Pair with it first, or send when it is there.</source>
        <extracomment>NotTrusted</extracomment>
        <translation>{subject} n’est pas un appareil de confiance, et un envoi ne peut attendre que pour ceux-ci. Associez-le d’abord, ou envoyez quand il est là.</translation>
    </message>
    <message>
        <source>{subject} is not an address. Write a name or address, with a port if it is not the usual one, like desk-pc, 192.168.1.20:26710 or [fe80::1%eth0]:26710.</source>
        <extracomment>BadAddress</extracomment>
        <translation>{subject} n’est pas une adresse. Indiquez un nom ou une adresse, avec un port si ce n’est pas le port habituel, comme desk-pc, 192.168.1.20:26710 ou [fe80::1%eth0]:26710.</translation>
    </message>
    <message>
        <source>{subject} is not on its way at the moment, so there is nothing to pause.</source>
        <extracomment>NotRunning</extracomment>
        <translation>{subject} n’est pas en cours pour le moment, il n’y a donc rien à mettre en pause.</translation>
    </message>
    <message>
        <source>{subject} is not valid text (UTF-8). Send it as a file.</source>
        <extracomment>NotText</extracomment>
        <translation>{subject} n’est pas un texte valide (UTF-8). Envoyez-le comme fichier.</translation>
    </message>
    <message>
        <source>{subject} is over: nothing is left of it to resume or to discard.</source>
        <extracomment>TransferOver</extracomment>
        <translation>{subject} est terminé&#xa0;: il n’en reste rien à reprendre ni à abandonner.</translation>
    </message>
    <message>
        <source>{subject} is this very device. Choose another one.</source>
        <extracomment>ConnectionToSelf</extracomment>
        <translation>{subject} est cet appareil lui-même. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{subject} lies too deep in folders within folders and was skipped. Send it alone.</source>
        <extracomment>TooDeep</extracomment>
        <translation>{subject} se trouve trop loin dans des dossiers imbriqués et a été ignoré. Envoyez-le seul.</translation>
    </message>
    <message>
        <source>{subject} paused this transfer. Resume it here or there: what has arrived is kept and not sent again.</source>
        <extracomment>PausedThere</extracomment>
        <translation>{subject} a mis ce transfert en pause. Reprenez-le ici ou là-bas&#xa0;: ce qui est arrivé est gardé et ne sera pas renvoyé.</translation>
    </message>
    <message>
        <source>{subject} refused, because the name of a file or folder could do harm there.</source>
        <extracomment>NamesRefused</extracomment>
        <translation>{subject} a rejeté l’envoi, car le nom d’un fichier ou d’un dossier pourrait y causer des dégâts.</translation>
    </message>
    <message>
        <source>{subject} sent something that desktopxfer does not understand ({detail}), so the transfer was stopped.</source>
        <extracomment>ProtocolViolation</extracomment>
        <translation>{subject} a envoyé quelque chose que desktopxfer ne comprend pas ({detail}), le transfert a donc été arrêté.</translation>
    </message>
    <message>
        <source>{subject} shows a certificate that is not acceptable ({detail}). Nothing was sent.</source>
        <extracomment>BadCertificate</extracomment>
        <translation>{subject} présente un certificat inacceptable ({detail}). Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>{subject} stopped answering. Check that it is awake and connected, then try again from the computer that began.</source>
        <extracomment>TimedOut</extracomment>
        <translation>{subject} ne répond plus. Vérifiez qu’il n’est pas en veille et qu’il est connecté, puis réessayez depuis l’ordinateur qui a commencé.</translation>
    </message>
    <message>
        <source>{subject} uses a newer version of desktopxfer. Update desktopxfer on this computer.</source>
        <extracomment>UpdateHere</extracomment>
        <translation>{subject} utilise une version plus récente de desktopxfer. Mettez desktopxfer à jour sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{subject} uses an older version of desktopxfer. Update desktopxfer there.</source>
        <extracomment>UpdateThere</extracomment>
        <translation>{subject} utilise une version plus ancienne de desktopxfer. Mettez-y desktopxfer à jour.</translation>
    </message>
    <message>
        <source>{subject} was made by somebody else, so desktopxfer left it as it is. Move it away, then try again.</source>
        <extracomment>ForeignFile</extracomment>
        <translation>{subject} a été créé par quelqu’un d’autre, desktopxfer l’a donc laissé tel quel. Déplacez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>{subject} was refused, because the name of a file or folder could do harm.</source>
        <extracomment>UnsafeName</extracomment>
        <translation>{subject} a été rejeté, car le nom d’un fichier ou d’un dossier pourrait causer des dégâts.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A VPN ({interface}) takes all that leaves this computer, beside the local network ({local}).</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>Un VPN ({interface}) prend tout ce qui sort de cet ordinateur, à côté du réseau local ({local}).</translation>
    </message>
    <message>
        <source>A firewall is on, on this computer ({firewall}).</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>Un pare-feu est actif sur cet ordinateur ({firewall}).</translation>
    </message>
    <message>
        <source>A firewall or a security program on this computer forbids it. Let UDP port 5353 out, or add the other device by its address.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>Un pare-feu ou un logiciel de sécurité de cet ordinateur l’interdit. Autorisez le port UDP 5353 en sortie, ou ajoutez l’autre appareil par son adresse.</translation>
    </message>
    <message>
        <source>A router or a VPN between the two gives several computers one address. This computer can send to {name}, but not the other way round. Connect both to the same network.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>Un routeur ou un VPN entre les deux donne une même adresse à plusieurs ordinateurs. Cet ordinateur peut envoyer à {name}, mais pas l’inverse. Connectez les deux au même réseau.</translation>
    </message>
    <message>
        <source>An administrator can see it with.</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>Un administrateur peut le voir avec cette commande.</translation>
    </message>
    <message>
        <source>Another program may keep UDP port 5353 for itself. End it, or add the other device by its address.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>Un autre programme garde peut-être le port UDP 5353 pour lui seul. Fermez-le, ou ajoutez l’autre appareil par son adresse.</translation>
    </message>
    <message>
        <source>Check again in a minute.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>Vérifiez à nouveau dans une minute.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>Vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>Check that {name} is on and awake, in the same network, and that a firewall there does not drop what comes to TCP port {port}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>Vérifiez que {name} est allumé, n’est pas en veille et se trouve dans le même réseau, et qu’un pare-feu n’y bloque pas ce qui arrive sur le port TCP {port}.</translation>
    </message>
    <message>
        <source>Choose another address to listen at, or none for all of them.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>Choisissez une autre adresse d’écoute, ou aucune pour les prendre toutes.</translation>
    </message>
    <message>
        <source>Computers on the same cable may find each other all the same. If it should be in a network, connect it anew, or start the router again: it gives out addresses.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>Des ordinateurs sur le même câble peuvent se trouver quand même. Si elle doit être dans un réseau, reconnectez-la, ou redémarrez le routeur&#xa0;: c’est lui qui attribue les adresses.</translation>
    </message>
    <message>
        <source>Connect it anew. If that does not help, start the router again: it gives out addresses.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>Reconnectez-la. Si cela ne suffit pas, redémarrez le routeur&#xa0;: c’est lui qui attribue les adresses.</translation>
    </message>
    <message>
        <source>If others cannot reach this computer, let TCP port {port} in.</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>Si les autres ne peuvent pas joindre cet ordinateur, autorisez le port TCP {port} en entrée.</translation>
    </message>
    <message>
        <source>It may be visible to nobody; or a firewall there drops UDP port 5353, or the network between. Its address is enough to send to it.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>Il est peut-être invisible&#x202f;; ou un pare-feu sur place, ou le réseau entre les deux, bloque le port UDP 5353. Son adresse suffit pour lui envoyer quelque chose.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in, or add the other device by its address.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>Autorisez le port UDP 5353 en entrée, ou ajoutez l’autre appareil par son adresse.</translation>
    </message>
    <message>
        <source>Many VPNs keep the local network out. If a device is not found or not reached, switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>Beaucoup de VPN excluent le réseau local. Si un appareil est introuvable ou injoignable, désactivez le VPN, ou autorisez le réseau local dans ses paramètres.</translation>
    </message>
    <message>
        <source>No firewall on this computer stands in the way ({firewall}).</source>
        <extracomment>FIREWALL_OFF</extracomment>
        <translation>Aucun pare-feu de cet ordinateur ne fait obstacle ({firewall}).</translation>
    </message>
    <message>
        <source>No firewall program that desktopxfer knows is on this computer.</source>
        <extracomment>FIREWALL_UNKNOWN</extracomment>
        <translation>Cet ordinateur n’a aucun pare-feu que desktopxfer connaisse.</translation>
    </message>
    <message>
        <source>No other computer can send to this one. {error}</source>
        <extracomment>NOT_LISTENING</extracomment>
        <translation>Aucun autre ordinateur ne peut envoyer à celui-ci. {error}</translation>
    </message>
    <message>
        <source>Nothing answers at {address}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>Rien ne répond à {address}.</translation>
    </message>
    <message>
        <source>On that computer, let TCP port {port} in. Where ufw is the firewall.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>Sur l’autre ordinateur, autorisez le port TCP {port} en entrée. Si le pare-feu est ufw, avec cette commande.</translation>
    </message>
    <message>
        <source>On this computer, let TCP port {port} in.</source>
        <extracomment>BLOCKED_HERE
----------
REFUSED_HERE</extracomment>
        <translation>Sur cet ordinateur, autorisez le port TCP {port} en entrée.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) cannot be heard: {detail}.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>Sur {interface}, les annonces (mDNS) ne peuvent pas être entendues&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, and other computers are heard.</source>
        <extracomment>MDNS_HEARD</extracomment>
        <translation>Sur {interface}, les annonces (mDNS) partent et arrivent, et d’autres ordinateurs sont entendus.</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, but no other computer was heard.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>Sur {interface}, les annonces (mDNS) partent et arrivent, mais aucun autre ordinateur n’a été entendu.</translation>
    </message>
    <message>
        <source>On {interface}, this computer may not send announcements (mDNS): {detail}.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>Sur {interface}, cet ordinateur ne peut pas envoyer d’annonces (mDNS)&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>On {interface}, what comes to UDP port 5353 (mDNS) does not arrive: a firewall on this computer drops it, so no device is found there.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>Sur {interface}, ce qui vient au port UDP 5353 (mDNS) n’arrive pas&#xa0;: un pare-feu de cet ordinateur le bloque, aucun appareil n’y est donc trouvé.</translation>
    </message>
    <message>
        <source>Open desktopxfer there. If it is open, the bottom of its window says at which port; or a firewall there refuses TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>Ouvrez-y desktopxfer. S’il est ouvert, le bas de sa fenêtre indique le port&#x202f;; ou un pare-feu y refuse le port TCP {port}.</translation>
    </message>
    <message>
        <source>Others find it all the same. Typed addresses and rules of firewalls need the new number.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>Les autres le trouvent quand même. Les adresses saisies et les règles de pare-feu ont besoin du nouveau numéro.</translation>
    </message>
    <message>
        <source>Pair with it, or let everyone see it for a while, and check again.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>Associez-le, ou rendez-le visible par tous pour un moment, et vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>Plug in a cable or join a Wi-Fi.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>Branchez un câble ou rejoignez un réseau Wi-Fi.</translation>
    </message>
    <message>
        <source>Plug in its cable, or join a Wi-Fi. If it is plugged in, look at the other end.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>Branchez son câble, ou rejoignez un réseau Wi-Fi. S’il est branché, regardez à l’autre bout.</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>Activez-la.</translation>
    </message>
    <message>
        <source>Switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>Désactivez le VPN, ou autorisez le réseau local dans ses paramètres.</translation>
    </message>
    <message>
        <source>TCP port {wanted} is used by another program, so desktopxfer listens at {port}.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>Le port TCP {wanted} est utilisé par un autre programme, desktopxfer écoute donc sur {port}.</translation>
    </message>
    <message>
        <source>That is as it should be if desktopxfer is open on no other computer there. Otherwise the network keeps its computers apart, as guest Wi-Fi does: add the other one by its address.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>C’est normal si desktopxfer n’y est ouvert sur aucun autre ordinateur. Sinon, le réseau isole ses ordinateurs, comme le fait un Wi-Fi invité&#xa0;: ajoutez l’autre par son adresse.</translation>
    </message>
    <message>
        <source>The computer at {address} is there, but takes no connection at TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>L’ordinateur à l’adresse {address} est là, mais n’accepte aucune connexion sur le port TCP {port}.</translation>
    </message>
    <message>
        <source>The connection to {name} broke while it tried to reach this computer.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>La connexion à {name} a été coupée pendant qu’il essayait de joindre cet ordinateur.</translation>
    </message>
    <message>
        <source>The firewall on this computer ({firewall}) lets TCP port {port} in.</source>
        <extracomment>FIREWALL_OPEN</extracomment>
        <translation>Le pare-feu de cet ordinateur ({firewall}) autorise le port TCP {port} en entrée.</translation>
    </message>
    <message>
        <source>The way to {name} ({address}) leads through a VPN ({interface}).</source>
        <extracomment>VPN_TO_DEVICE</extracomment>
        <translation>Le chemin vers {name} ({address}) passe par un VPN ({interface}).</translation>
    </message>
    <message>
        <source>The way to {name} ends early. {error}</source>
        <extracomment>REACH_FAILED</extracomment>
        <translation>Le chemin vers {name} s’arrête trop tôt. {error}</translation>
    </message>
    <message>
        <source>This computer is in a network: {addresses}.</source>
        <extracomment>ADDRESSES</extracomment>
        <translation>Cet ordinateur est dans un réseau&#xa0;: {addresses}.</translation>
    </message>
    <message>
        <source>This computer is in no network: only programs on it can reach each other.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>Cet ordinateur n’est dans aucun réseau&#xa0;: seuls ses propres programmes peuvent se joindre.</translation>
    </message>
    <message>
        <source>To receive something, open it.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>Pour recevoir quelque chose, ouvrez-le.</translation>
    </message>
    <message>
        <source>Update it, or check from there.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>Mettez-le à jour, ou vérifiez depuis là-bas.</translation>
    </message>
    <message>
        <source>What is meant for {name} goes into a VPN ({interface}), although its address {address} is one of the local network ({local}).</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>Ce qui est destiné à {name} part dans un VPN ({interface}), alors que son adresse {address} fait partie du réseau local ({local}).</translation>
    </message>
    <message>
        <source>Whether a firewall on this computer is in the way could not be read ({reason}).</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>Impossible de savoir si un pare-feu de cet ordinateur fait obstacle ({reason}).</translation>
    </message>
    <message>
        <source>desktopxfer is not open here at the moment. For this check it answers at TCP port {port}.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>desktopxfer n’est pas ouvert ici pour le moment. Pour cette vérification, il répond sur le port TCP {port}.</translation>
    </message>
    <message>
        <source>desktopxfer is open here and listens at TCP port {port}.</source>
        <extracomment>LISTENING</extracomment>
        <translation>desktopxfer est ouvert ici et écoute sur le port TCP {port}.</translation>
    </message>
    <message>
        <source>desktopxfer listens at {host} only, where no other computer can reach it.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>desktopxfer écoute seulement sur {host}, où aucun autre ordinateur ne peut le joindre.</translation>
    </message>
    <message>
        <source>{error}</source>
        <extracomment>NOT_FOUND</extracomment>
        <translation>{error}</translation>
    </message>
    <message>
        <source>{interface} has only an address that it gave itself.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>L’interface {interface} n’a qu’une adresse qu’elle s’est attribuée elle-même.</translation>
    </message>
    <message>
        <source>{interface} is connected, but has no address.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>L’interface {interface} est connectée, mais n’a pas d’adresse.</translation>
    </message>
    <message>
        <source>{interface} is not connected to anything.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>L’interface {interface} n’est connectée à rien.</translation>
    </message>
    <message>
        <source>{interface} is switched off.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>L’interface {interface} est désactivée.</translation>
    </message>
    <message>
        <source>{name} answers at {address}.</source>
        <extracomment>REACHED</extracomment>
        <translation>{name} répond à {address}.</translation>
    </message>
    <message>
        <source>{name} answers, but its announcements (mDNS) were not heard.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>{name} répond, mais ses annonces (mDNS) n’ont pas été entendues.</translation>
    </message>
    <message>
        <source>{name} cannot reach this computer: what comes to TCP port {port} is dropped, most likely by a firewall on this computer.</source>
        <extracomment>BLOCKED_HERE</extracomment>
        <translation>{name} ne peut pas joindre cet ordinateur&#xa0;: ce qui arrive sur le port TCP {port} est bloqué, très probablement par un pare-feu de cet ordinateur.</translation>
    </message>
    <message>
        <source>{name} could not reach this computer, and does not say why.</source>
        <extracomment>BACK_FAILED</extracomment>
        <translation>{name} n’a pas pu joindre cet ordinateur, et ne dit pas pourquoi.</translation>
    </message>
    <message>
        <source>{name} does not take requests of this device, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>{name} n’accepte pas les demandes de cet appareil, impossible donc de savoir s’il peut joindre cet ordinateur.</translation>
    </message>
    <message>
        <source>{name} has an older desktopxfer, which cannot try whether it reaches this computer.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>{name} a une version plus ancienne de desktopxfer, qui ne peut pas tester s’il joint cet ordinateur.</translation>
    </message>
    <message>
        <source>{name} is busy, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>{name} est occupé, impossible donc de savoir s’il peut joindre cet ordinateur.</translation>
    </message>
    <message>
        <source>{name} is in the network, but TCP port {port} of it ({address}) does not answer: most likely a firewall on that computer drops what comes to it.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>{name} est dans le réseau, mais son port TCP {port} ({address}) ne répond pas&#xa0;: très probablement, un pare-feu de l’autre ordinateur bloque ce qui y arrive.</translation>
    </message>
    <message>
        <source>{name} is refused at TCP port {port} of this computer, most likely by a firewall on it.</source>
        <extracomment>REFUSED_HERE</extracomment>
        <translation>{name} est refusé sur le port TCP {port} de cet ordinateur, très probablement par un pare-feu.</translation>
    </message>
    <message>
        <source>{name} meets something else where this computer should be, at TCP port {port}.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>{name} trouve autre chose là où cet ordinateur devrait être, sur le port TCP {port}.</translation>
    </message>
    <message>
        <source>{name} reaches this computer at TCP port {port}.</source>
        <extracomment>REACHED_BACK</extracomment>
        <translation>{name} joint cet ordinateur sur le port TCP {port}.</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>Answering…</source>
        <translation>Envoi de la réponse…</translation>
    </message>
    <message>
        <source>Asking {name} to go on…</source>
        <translation>Demande à {name} de continuer…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>Comparing what is there…</source>
        <translation>Comparaison avec ce qui est présent…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Connection lost, trying again…</source>
        <translation>Connexion perdue, nouvel essai…</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Interrupted at {percent}: {why}</source>
        <translation>Interrompu à {percent}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Interrupted: {why}</source>
        <translation>Interrompu&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Last seen today</source>
        <translation>Vu aujourd’hui</translation>
    </message>
    <message>
        <source>Last seen yesterday</source>
        <translation>Vu hier</translation>
    </message>
    <message>
        <source>Last seen {date}</source>
        <translation>Vu le {date}</translation>
    </message>
    <message>
        <source>Looking through the folders…</source>
        <translation>Parcours des dossiers…</translation>
    </message>
    <message>
        <source>Making sure that everything is saved…</source>
        <translation>Vérification que tout est enregistré…</translation>
    </message>
    <message>
        <source>Never answered yet</source>
        <translation>N’a encore jamais répondu</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Jamais vu</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Paused at {percent}</source>
        <translation>En pause à {percent}</translation>
    </message>
    <message>
        <source>Paused by {name}</source>
        <translation>Mis en pause par {name}</translation>
    </message>
    <message>
        <source>Paused by {name} at {percent}</source>
        <translation>Mis en pause par {name} à {percent}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Text, {size}</source>
        <translation>Texte, {size}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Aujourd’hui {time}</translation>
    </message>
    <message>
        <source>Waiting for {name} to accept…</source>
        <translation>En attente de l’accord de {name}…</translation>
    </message>
    <message>
        <source>Waiting for {name} to come online</source>
        <translation>En attente que {name} soit en ligne</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Hier {time}</translation>
    </message>
    <message>
        <source>a text, {size}</source>
        <translation>un texte, {size}</translation>
    </message>
    <message>
        <source>days</source>
        <translation>plus de 100 h</translation>
    </message>
    <message>
        <source>desktopxfer was closed.</source>
        <translation>desktopxfer a été fermé.</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>de {name}</translation>
    </message>
    <message>
        <source>the connection was lost.</source>
        <translation>la connexion a été perdue.</translation>
    </message>
    <message>
        <source>the disk is full. Make room, and it goes on by itself.</source>
        <translation>le disque est plein. Faites de la place, et le transfert continuera tout seul.</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>à {name}</translation>
    </message>
    <message>
        <source>waiting for data</source>
        <translation>en attente de données</translation>
    </message>
    <message>
        <source>{amount} in {duration}</source>
        <translation>{amount} en {duration}</translation>
    </message>
    <message>
        <source>{chosen} of {total} offered</source>
        <translation>{chosen} sur {total} proposés</translation>
    </message>
    <message>
        <source>{count} B</source>
        <translation>{count}&#xa0;o</translation>
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
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>reste {duration}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}&#xa0;h {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>{name} est injoignable.</translation>
    </message>
    <message>
        <source>{name} has no room for it. It goes on when there is some.</source>
        <translation>{name} n’a plus de place. Le transfert continuera dès qu’il y en aura.</translation>
    </message>
    <message>
        <source>{name} wants to send {amount}</source>
        <translation>{name} souhaite envoyer {amount}</translation>
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
