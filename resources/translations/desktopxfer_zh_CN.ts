<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Action</name>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>复制错误信息</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>诊断…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败的文件</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show only what failed</source>
        <translation>只显示失败的文件</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>显示文本</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Try to send now</source>
        <translation>尝试立即发送</translation>
    </message>
</context>
<context>
    <name>AddAddress</name>
    <message>
        <source>Add by address</source>
        <translation>按地址添加</translation>
    </message>
    <message>
        <source>Add this device</source>
        <translation>添加此设备</translation>
    </message>
    <message>
        <source>Address of the device</source>
        <translation>设备的地址</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>名称或地址</translation>
    </message>
    <message>
        <source>Such as desk-pc or 192.168.1.20</source>
        <translation>例如 desk-pc 或 192.168.1.20</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check with</source>
        <translation>检查对象</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>连接检查</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Device to check the connection with</source>
        <translation>要检查连接的设备</translation>
    </message>
    <message>
        <source>Looking for what may be in the way…</source>
        <translation>正在查找可能的障碍…</translation>
    </message>
    <message>
        <source>No device: look at this computer only</source>
        <translation>不选设备：只检查这台电脑</translation>
    </message>
    <message>
        <source>No problem was found, but something may be in the way.</source>
        <translation>没有发现问题，但可能有因素影响连接。</translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Something is in the way.</source>
        <translation>有问题阻碍连接。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
</context>
<context>
    <name>CloseChoice</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It can go on without its window: transfers continue, and others can send to you. Its icon in the tray brings the window back.</source>
        <translation>关闭窗口后程序可以继续运行：传输会继续进行，其他人也能向您发送文件。点击系统托盘中的图标可重新打开窗口。</translation>
    </message>
    <message>
        <source>Keep desktopxfer running?</source>
        <translation>让 desktopxfer 继续运行吗？</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>What you choose holds from now on. The settings can change it.</source>
        <translation>此选择今后一直有效，可在设置中更改。</translation>
    </message>
</context>
<context>
    <name>ConflictChoice</name>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Skip identical</source>
        <translation>跳过相同文件(&amp;S)</translation>
    </message>
    <message>
        <source>Ask for &amp;each</source>
        <translation>逐个询问(&amp;E)</translation>
    </message>
    <message>
        <source>Each file that is there is replaced by the one that arrives. Folders are merged, and nothing else in them is touched.</source>
        <translation>已有的文件会被收到的文件替换。文件夹会合并，其中的其他内容不受影响。</translation>
    </message>
    <message>
        <source>Files that are there with the same content are not sent again; of the others both are kept. Folders are merged.</source>
        <translation>内容相同的文件不再发送；其他同名文件两者都保留。文件夹会合并。</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>两者都保留(&amp;B)</translation>
    </message>
    <message>
        <source>Remember this for {name}</source>
        <translation>对 {name} 记住此选择</translation>
    </message>
    <message>
        <source>What arrives gets another name, with (2) behind it.</source>
        <translation>收到的文件会改名，在名称后加上 (2)。</translation>
    </message>
    <message>
        <source>What is chosen for a file holds if it differs from the one that is there. Folders are merged.</source>
        <translation>为某个文件所作的选择，在它与已有文件不同时生效。文件夹会合并。</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” and %Ln more are in this folder already.</source>
        <translation>
            <numerusform>“{name}”和另外 %Ln 项已在此文件夹中。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is in this folder already.</source>
        <translation>“{name}”已在此文件夹中。</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) had changed and were sent anew</source>
        <translation>
            <numerusform>%Ln 个文件有改动，已重新发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} failed</source>
        <translation>
            <numerusform>{total} 个中有 %Ln 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s) that you have not answered yet are cancelled.</source>
        <translation>
            <numerusform>您尚未答复的 %Ln 个发送请求将被取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>跳过 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are not finished and can go on when desktopxfer is open again.</source>
        <translation>
            <numerusform>%Ln 项传输尚未完成，下次打开 desktopxfer 时可以继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen %Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln 天前在线</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{addresses} and %Ln more</source>
        <translation>
            <numerusform>{addresses} 和另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{first} and %Ln more</source>
        <translation>
            <numerusform>{first} 和另外 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceAction</name>
    <message>
        <source>Accept automatically into…</source>
        <translation>自动接收到…</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Copy device id</source>
        <translation>复制设备 ID</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>诊断…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Pair…</source>
        <translation>配对…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>发送文件夹…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>发送文件…</translation>
    </message>
    <message>
        <source>Send text…</source>
        <translation>发送文本…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>取消屏蔽</translation>
    </message>
</context>
<context>
    <name>DeviceControl</name>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Block device?</source>
        <translation>屏蔽设备？</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Forget device?</source>
        <translation>忘记设备？</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Where to save what {name} sends</source>
        <translation>选择保存 {name} 所发文件的位置</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more and may ask for nothing. To trust it again, you have to unblock it and to compare codes.</source>
        <translation>{name} 将不再受信任，也不能再提出任何请求。要重新信任它，需先取消屏蔽并核对验证码。</translation>
    </message>
    <message>
        <source>{name} will not be trusted any more. When it appears again, it will be a new device; to trust it, you have to compare codes.</source>
        <translation>{name} 将不再受信任。它再次出现时会被视为新设备；要信任它，需核对验证码。</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Accept automatically into {folder}</source>
        <translation>自动接收到 {folder}</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>DeviceModel</name>
    <message>
        <source>Accepted automatically into {folder}</source>
        <translation>自动接收到 {folder}</translation>
    </message>
    <message>
        <source>Not the device you trust</source>
        <translation>不是您信任的设备</translation>
    </message>
    <message>
        <source>calls itself {name}</source>
        <translation>自称 {name}</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>No devices found yet</source>
        <translation>尚未发现设备</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, or add its address below.</source>
        <translation>请在另一台电脑上打开 desktopxfer，或在下方添加其地址。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>发送到</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>发送到 %Ln 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to which devices?</source>
        <translation>发送到哪些设备？</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose a folder to send</source>
        <translation>选择要发送的文件夹</translation>
    </message>
    <message>
        <source>Choose devices…</source>
        <translation>选择设备…</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>选择要发送的文件</translation>
    </message>
    <message>
        <source>Do not send them</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Drop files or folders on a device, or anywhere to choose one</source>
        <translation>将文件或文件夹拖到设备上，或拖到任意位置再选择设备</translation>
    </message>
    <message>
        <source>Drop here to choose the devices</source>
        <translation>拖放到此处以选择设备</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>文本…</translation>
    </message>
    <message>
        <source>Write a text to send</source>
        <translation>编写要发送的文本</translation>
    </message>
    <message>
        <source>{items}: choose a device</source>
        <translation>{items}：请选择设备</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>未接收</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{name}: can run as a program</source>
        <translation>{name}：可作为程序运行</translation>
    </message>
    <message>
        <source>{name}: hidden, can change how programs behave</source>
        <translation>{name}：隐藏文件，可能改变程序的行为</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>Write the whole path of the folder, such as {example}.</source>
        <translation>请输入文件夹的完整路径，例如 {example}。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>Everyone for %Ln minute(s), then trusted devices only</source>
        <translation>
            <numerusform>对所有人可见 %Ln 分钟，之后仅受信任的设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone nearby can see it and offer files</source>
        <translation>附近所有人都能看到本设备并发送请求</translation>
    </message>
    <message>
        <source>Nobody can see it or offer files</source>
        <translation>没有人能看到本设备或发送请求</translation>
    </message>
    <message>
        <source>Only trusted devices can offer files</source>
        <translation>只有受信任的设备能发送请求</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>This device · {id}</source>
        <translation>本设备 · {id}</translation>
    </message>
    <message>
        <source>Trusted devices only</source>
        <translation>仅受信任的设备</translation>
    </message>
    <message>
        <source>Visible to everyone</source>
        <translation>对所有人可见</translation>
    </message>
    <message>
        <source>Visible to everyone for {duration}</source>
        <translation>对所有人可见（{duration}）</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>对所有人隐藏</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>All past transfers are forgotten, with the texts that came. The files stay where they are.</source>
        <translation>所有以往的传输记录和收到的文本都会被清除。文件仍留在原处。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>清除历史记录</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>清除历史记录？</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清除…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>No past transfers</source>
        <translation>没有以往的传输</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到结果</translation>
    </message>
    <message>
        <source>Search by name, device or folder</source>
        <translation>按名称、设备或文件夹搜索</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史记录</translation>
    </message>
    <message>
        <source>What you send and receive is listed here when it is over.</source>
        <translation>您发送和接收的内容会在结束后列在这里。</translation>
    </message>
</context>
<context>
    <name>IntegrationField</name>
    <message>
        <source>A file manager that is open may show it only when it is started again.</source>
        <translation>已打开的文件管理器可能要重新启动后才会显示。</translation>
    </message>
    <message>
        <source>Start with the computer, in the background</source>
        <translation>开机时在后台启动</translation>
    </message>
    <message>
        <source>“Send with desktopxfer” in the file manager</source>
        <translation>文件管理器中的“使用 desktopxfer 发送”</translation>
    </message>
</context>
<context>
    <name>LeftoverList</name>
    <message>
        <source>Discard the part files of {name}</source>
        <translation>丢弃 {name} 的未完成文件</translation>
    </message>
    <message>
        <source>Part files of interrupted transfers, kept so that they can go on</source>
        <translation>已中断传输的未完成文件，保留以便继续传输</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Active</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清理已结束的传输</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Drop files or folders on a device to send them. What others send to you appears here and asks you first.</source>
        <translation>将文件或文件夹拖到设备上即可发送。其他人发给您的内容会出现在这里，并先征求您的同意。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>If it does not appear, add this one there by its address: {address}</source>
        <translation>如果没有出现，请在那台电脑上按地址添加本机：{address}</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>还没有设备</translation>
    </message>
    <message>
        <source>No transfers yet</source>
        <translation>还没有传输</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation>没有失败的传输</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>没有进行中的传输</translation>
    </message>
    <message>
        <source>Open desktopxfer on the other computer, in the same network.</source>
        <translation>请在同一网络中的另一台电脑上打开 desktopxfer。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Quit desktopxfer?</source>
        <translation>退出 desktopxfer？</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>不退出</translation>
    </message>
    <message>
        <source>Takes what has ended off the list; the files stay</source>
        <translation>从列表中移除已结束的传输；文件会保留</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>新设备</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>显示文本</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>{name} 向您发送了文本</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>{name} 想向您发送文本</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} 想向您发送文件</translation>
    </message>
    <message>
        <source>{title} did not arrive</source>
        <translation>{title} 未能送达</translation>
    </message>
    <message>
        <source>{title} has arrived</source>
        <translation>{title} 已送达</translation>
    </message>
    <message>
        <source>{title} was interrupted</source>
        <translation>{title} 已中断</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln 个文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the files can run as program(s).</source>
        <translation>
            <numerusform>其中 %Ln 个文件可作为程序运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation>选择保存位置</translation>
    </message>
    <message>
        <source>Not enough space: {wanted} needed, {free} free. Choose another folder, or untick something.</source>
        <translation>空间不足：需要 {wanted}，可用 {free}。请选择其他文件夹，或取消勾选部分文件。</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>This folder does not answer. Choose another one.</source>
        <translation>此文件夹没有响应，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Tick what you want to have.</source>
        <translation>请勾选要接收的文件。</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>对方要发送的文件</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln file(s), {size} of {total}</source>
        <translation>
            <numerusform>{count}/%Ln 个文件，{size}/{total}</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free, {after} after this</source>
        <translation>可用 {free}，接收后剩余 {after}</translation>
    </message>
    <message>
        <source>{name} wants to send files</source>
        <translation>{name} 想发送文件</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} 想向您发送文件</translation>
    </message>
</context>
<context>
    <name>OfferQuestion</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Block this device</source>
        <translation>屏蔽此设备</translation>
    </message>
    <message>
        <source>Both screens show this code. Decline if they differ.</source>
        <translation>两个屏幕都会显示此验证码。如果不同，请拒绝。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>设备 {id}</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>新设备</translation>
    </message>
    <message>
        <source>The codes are the same: trust this device from now on</source>
        <translation>验证码相同：今后信任此设备</translation>
    </message>
    <message>
        <source>{name} withdrew this offer.</source>
        <translation>{name} 撤回了此请求。</translation>
    </message>
</context>
<context>
    <name>PairingDialog</name>
    <message>
        <source>Block this device</source>
        <translation>屏蔽此设备</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Connecting to {name}…</source>
        <translation>正在连接 {name}…</translation>
    </message>
    <message>
        <source>Device {id}</source>
        <translation>设备 {id}</translation>
    </message>
    <message>
        <source>Do both screens show this code?</source>
        <translation>两个屏幕都显示此验证码吗？</translation>
    </message>
    <message>
        <source>Do both screens show {code}?</source>
        <translation>两个屏幕都显示 {code} 吗？</translation>
    </message>
    <message>
        <source>Look at the other screen, or have its code read out to you. Only if they are the same is nobody between the two devices.</source>
        <translation>请查看另一个屏幕，或请对方读出验证码。只有两者相同，才能确定两台设备之间没有他人插手。</translation>
    </message>
    <message>
        <source>Not paired with {name}</source>
        <translation>未能与 {name} 配对</translation>
    </message>
    <message>
        <source>Pair with {name}</source>
        <translation>与 {name} 配对</translation>
    </message>
    <message>
        <source>The other screen shows the same code and asks the same question.</source>
        <translation>另一个屏幕会显示相同的验证码，并询问同样的问题。</translation>
    </message>
    <message>
        <source>Then both screens show a code, for the two of you to compare.</source>
        <translation>随后两个屏幕都会显示验证码，供双方核对。</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Waiting for {name} to confirm…</source>
        <translation>正在等待 {name} 确认…</translation>
    </message>
    <message>
        <source>desktopxfer knows this device from now on, by whatever name it goes, and warns you if another one takes its name.</source>
        <translation>今后无论此设备使用什么名称，desktopxfer 都能认出它；如果有其他设备冒用它的名称，会向您发出警告。</translation>
    </message>
    <message>
        <source>{name} does not let new devices ask at the moment. Make it visible to everyone there, then pair again.</source>
        <translation>{name} 目前不允许新设备发出请求。请在那台设备上将其设为对所有人可见，然后重新配对。</translation>
    </message>
    <message>
        <source>{name} is trusted now</source>
        <translation>{name} 现已受信任</translation>
    </message>
    <message>
        <source>{name} wants to pair</source>
        <translation>{name} 想要配对</translation>
    </message>
</context>
<context>
    <name>PastAction</name>
    <message>
        <source>Copy what went wrong</source>
        <translation>复制错误信息</translation>
    </message>
    <message>
        <source>Remove from the history</source>
        <translation>从历史记录中移除</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>显示文本</translation>
    </message>
</context>
<context>
    <name>PastList</name>
    <message>
        <source>Past transfers</source>
        <translation>以往的传输</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>PathChooser</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose a folder to send</source>
        <translation>选择要发送的文件夹</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>选择要发送的文件</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It calls itself {name}. Only you see the name that you give it.</source>
        <translation>它自称 {name}。您取的名称只有您能看到。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename device</source>
        <translation>重命名设备</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>保存到(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>可见范围(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;When closed</source>
        <translation>关闭窗口时(&amp;W)</translation>
    </message>
    <message>
        <source>All transfers together. Empty is no limit.</source>
        <translation>所有传输合计。留空表示不限速。</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>新语言将在下次启动时生效。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>系统集成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy the whole device id</source>
        <translation>复制完整的设备 ID</translation>
    </message>
    <message>
        <source>Device id {id}</source>
        <translation>设备 ID {id}</translation>
    </message>
    <message>
        <source>Everyone for a while</source>
        <translation>暂时对所有人可见</translation>
    </message>
    <message>
        <source>Everyone for {duration}, then trusted devices only</source>
        <translation>对所有人可见 {duration}，之后仅受信任的设备</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>How long a lost connection is made again by itself. After that, or with 0, a transfer waits until you resume it.</source>
        <translation>连接断开后自动重连的时长。超过该时长或设为 0 时，传输会等待您手动继续。</translation>
    </message>
    <message>
        <source>In MB/s. Empty is no limit.</source>
        <translation>单位为 MB/s。留空表示不限速。</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>在系统托盘中继续运行</translation>
    </message>
    <message>
        <source>Limit the speed to {slowest} MB/s or more, or leave it empty.</source>
        <translation>请将速度限制设为不低于 {slowest} MB/s，或留空。</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>MB/s, &amp;receive at most</source>
        <translation>MB/s，接收上限(&amp;R)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Not&amp;ifications</source>
        <translation>通知(&amp;I)</translation>
    </message>
    <message>
        <source>Of offers, and of what has arrived or failed while you look elsewhere.</source>
        <translation>收到发送请求时，以及您未查看窗口时有内容送达或失败。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Receive at most</source>
        <translation>接收上限</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Send at &amp;most</source>
        <translation>发送上限(&amp;M)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>显示通知</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Try a&amp;gain for</source>
        <translation>自动重试(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>Try again for %Ln minute(s) at most.</source>
        <translation>
            <numerusform>重试时间最多为 %Ln 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>What others see.</source>
        <translation>其他人看到的名称。</translation>
    </message>
    <message>
        <source>What the window&apos;s close button does. Where there is no tray, it quits.</source>
        <translation>窗口关闭按钮的作用。没有系统托盘时将直接退出。</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>如果您接受时未选择其他文件夹，文件将保存在这里。</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked first, unless you accept automatically what a trusted device sends.</source>
        <translation>谁可以向您发送请求。除非您已设为自动接收，否则都会先询问您。</translation>
    </message>
    <message>
        <source>Write a port from 0 to 65535.</source>
        <translation>请输入 0 到 65535 之间的端口。</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>{port} is the usual one, 0 takes any free one. Others find this device with any port, but who types its address has to add it, as in 192.168.1.20:{other}.</source>
        <translation>{port} 是默认端口，0 表示任意空闲端口。无论使用哪个端口，其他设备都能发现本设备，但手动输入地址时必须加上端口，例如 192.168.1.20:{other}。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Copy the addresses</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Finds out why devices do not find or reach each other</source>
        <translation>查明设备之间无法发现或连接的原因</translation>
    </message>
    <message>
        <source>Reachable at {addresses}</source>
        <translation>可通过 {addresses} 连接</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>This computer is not in a network. Connect it to one.</source>
        <translation>这台电脑未连接到网络。请先连接网络。</translation>
    </message>
</context>
<context>
    <name>TakenModel</name>
    <message>
        <source>Choose this for all</source>
        <translation>全部选择此项</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>{choice}: chosen</source>
        <translation>{choice}：已选择</translation>
    </message>
    <message>
        <source>{name}: {choice}</source>
        <translation>{name}:{choice}</translation>
    </message>
</context>
<context>
    <name>TakenView</name>
    <message>
        <source>Files that are there already</source>
        <translation>已存在的文件</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Longer than 1 MiB. Save it as a file and send that.</source>
        <translation>超过 1 MiB。请将其保存为文件后发送。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send text</source>
        <translation>发送文本</translation>
    </message>
    <message>
        <source>Send text to {name}</source>
        <translation>向 {name} 发送文本</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>发送…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>要发送的文本</translation>
    </message>
    <message>
        <source>Write or paste a text or a link</source>
        <translation>输入或粘贴文本或链接</translation>
    </message>
</context>
<context>
    <name>TextOffer</name>
    <message>
        <source>A text of {size}. You see it when you have accepted it.</source>
        <translation>一段 {size} 的文本。接受后即可查看。</translation>
    </message>
    <message>
        <source>{name} wants to send a text</source>
        <translation>{name} 想发送文本</translation>
    </message>
    <message>
        <source>{name} wants to send you a text</source>
        <translation>{name} 想向您发送文本</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Characters that hide something or steer a program are shown, and copied, as �. A saved file has them as they came.</source>
        <translation>会隐藏内容或控制程序的字符在显示和复制时以 � 代替。保存的文件中则保持原样。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Only the first {count} lines are shown. Copy and save take all.</source>
        <translation>只显示前 {count} 行。复制和保存时包含全部内容。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save text as</source>
        <translation>将文本另存为</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text from {name}</source>
        <translation>来自 {name} 的文本</translation>
    </message>
    <message>
        <source>kept for a week</source>
        <translation>保留一周</translation>
    </message>
    <message>
        <source>{name} sent you a text</source>
        <translation>{name} 向您发送了文本</translation>
    </message>
</context>
<context>
    <name>TransferControl</name>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Discard transfer?</source>
        <translation>丢弃传输？</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The unfinished part files of “{name}” are removed, and it cannot go on. Of {size} that have arrived, files that are complete already stay where they are.</source>
        <translation>“{name}”的未完成文件将被删除，传输无法再继续。在已收到的 {size} 中，已完整的文件仍留在原处。</translation>
    </message>
    <message>
        <source>“{name}” will not go on. What has arrived at {peer} is not kept for it any more; your own files stay as they are.</source>
        <translation>“{name}”将不再继续。{peer} 不会再为它保留已收到的内容；您自己的文件保持不变。</translation>
    </message>
</context>
<context>
    <name>TransferFiles</name>
    <message numerus="yes">
        <source>%Ln more were skipped.</source>
        <translation>
            <numerusform>另有 %Ln 个被跳过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>复制错误信息</translation>
    </message>
    <message>
        <source>Files of the transfer</source>
        <translation>传输的文件</translation>
    </message>
    <message>
        <source>Hide the files</source>
        <translation>隐藏文件</translation>
    </message>
    <message>
        <source>Only failed</source>
        <translation>仅失败的</translation>
    </message>
</context>
<context>
    <name>TransferList</name>
    <message>
        <source>Hide the files</source>
        <translation>隐藏文件</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%Ln offer(s) wait for your answer</source>
        <translation>
            <numerusform>%Ln 个发送请求等待您答复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln 项传输</numerusform>
        </translation>
    </message>
    <message>
        <source>Open desktopxfer</source>
        <translation>打开 desktopxfer</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Receiving from {name}</source>
        <translation>正在从 {name} 接收</translation>
    </message>
    <message>
        <source>Sending to {name}</source>
        <translation>正在发送到 {name}</translation>
    </message>
    <message>
        <source>Who may send to me</source>
        <translation>谁可以向我发送</translation>
    </message>
    <message>
        <source>{name} wants to send you files</source>
        <translation>{name} 想向您发送文件</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>TrustMark</name>
    <message>
        <source>Blocked</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>Impostor</source>
        <translation>冒名设备</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新设备</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>受信任</translation>
    </message>
</context>
<context>
    <name>VisibilityField</name>
    <message>
        <source>&amp;Everyone nearby</source>
        <translation>附近所有人(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Trusted devices only</source>
        <translation>仅受信任的设备(&amp;T)</translation>
    </message>
    <message>
        <source>N&amp;obody</source>
        <translation>无人(&amp;O)</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>保存到(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>可见范围(&amp;V)</translation>
    </message>
    <message>
        <source>All of this is in the settings too.</source>
        <translation>以上内容也可在设置中更改。</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>系统集成</translation>
    </message>
    <message>
        <source>Drop files on a computer in the list, and they go there. It has to run desktopxfer too, in the same network.</source>
        <translation>将文件拖到列表中的电脑上即可发送。对方也需在同一网络中运行 desktopxfer。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Welcome to desktopxfer</source>
        <translation>欢迎使用 desktopxfer</translation>
    </message>
    <message>
        <source>What the people around you see. Choose one that they recognise.</source>
        <translation>周围的人看到的名称。请选择一个他们能认出的名称。</translation>
    </message>
    <message>
        <source>Where files go unless you choose another folder when you accept them.</source>
        <translation>如果您接受时未选择其他文件夹，文件将保存在这里。</translation>
    </message>
    <message>
        <source>Who may offer files. You are asked each time before anything is saved.</source>
        <translation>谁可以向您发送请求。每次保存之前都会先询问您。</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A different device answers at the address of {subject}, so nothing was sent. If it was reinstalled, remove it from the list and add it again.</source>
        <extracomment>WrongDevice</extracomment>
        <translation>在 {subject} 的地址上响应的是另一台设备，因此没有发送任何内容。如果它重装过系统或程序，请将其从列表中移除后重新添加。</translation>
    </message>
    <message>
        <source>A file of the profile was damaged ({detail}) and was set aside as {subject}. desktopxfer goes on without it.</source>
        <extracomment>DamagedFile</extracomment>
        <translation>配置中的一个文件已损坏（{detail}），已另存为 {subject}。desktopxfer 将在没有该文件的情况下继续运行。</translation>
    </message>
    <message>
        <source>A text may have 1 MiB at most. Save it as a file and send that.</source>
        <extracomment>TextTooLong</extracomment>
        <translation>文本最大为 1 MiB。请将其保存为文件后发送。</translation>
    </message>
    <message>
        <source>A window cannot open: the system lacks {subject}. {detail}</source>
        <extracomment>ScreenLibrariesMissing</extracomment>
        <translation>无法打开窗口：系统缺少 {subject}。{detail}</translation>
    </message>
    <message>
        <source>A window of desktopxfer is open with the profile {subject}, and does not answer. Wait until it has closed, or end it, then try again.</source>
        <extracomment>WindowSilent</extracomment>
        <translation>使用配置 {subject} 的 desktopxfer 窗口已打开，但没有响应。请等待其关闭或结束它，然后重试。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <extracomment>Cancelled</extracomment>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>More than one device is called {subject}. Give its device id instead: {detail}.</source>
        <extracomment>AmbiguousDevice</extracomment>
        <translation>有多台设备名为 {subject}。请改用设备 ID：{detail}。</translation>
    </message>
    <message>
        <source>No computer called {subject} was found. Check the spelling, or use its address.</source>
        <extracomment>UnknownHost</extracomment>
        <translation>找不到名为 {subject} 的电脑。请检查拼写，或使用其地址。</translation>
    </message>
    <message>
        <source>No device called {subject} was found. Open desktopxfer there, or give its address instead.</source>
        <extracomment>DeviceNotFound</extracomment>
        <translation>找不到名为 {subject} 的设备。请在那台设备上打开 desktopxfer，或改用其地址。</translation>
    </message>
    <message>
        <source>No known device has the name or id {subject}. See the devices and their ids with: desktopxfer devices.</source>
        <extracomment>UnknownDevice</extracomment>
        <translation>没有名称或 ID 为 {subject} 的已知设备。可用此命令查看设备及其 ID：desktopxfer devices。</translation>
    </message>
    <message>
        <source>No transfer has the id {subject}. See them and their ids with: desktopxfer history.</source>
        <extracomment>NoSuchTransfer</extracomment>
        <translation>没有 ID 为 {subject} 的传输。可用此命令查看传输及其 ID：desktopxfer history。</translation>
    </message>
    <message>
        <source>Nobody answered at {subject}. Ask the person there, then try again.</source>
        <extracomment>NoAnswer</extracomment>
        <translation>{subject} 处无人答复。请询问对方，然后重试。</translation>
    </message>
    <message>
        <source>Nobody here answered in time, so what {subject} offered was declined. Ask for it to be sent again.</source>
        <extracomment>Unanswered</extracomment>
        <translation>这里没有人及时答复，因此 {subject} 的发送请求已被拒绝。请让对方重新发送。</translation>
    </message>
    <message>
        <source>None of the file managers that desktopxfer can be added to is installed here. These are Nautilus, Dolphin, Nemo, Caja and Thunar.</source>
        <extracomment>NoFileManager</extracomment>
        <translation>此设备未安装任何可添加 desktopxfer 的文件管理器。支持的有 Nautilus、Dolphin、Nemo、Caja 和 Thunar。</translation>
    </message>
    <message>
        <source>Nothing answers at {subject}. Open desktopxfer there, or check address and port.</source>
        <extracomment>Refused</extracomment>
        <translation>{subject} 没有响应。请在那里打开 desktopxfer，或检查地址和端口。</translation>
    </message>
    <message>
        <source>Paused. Resume it when you like: what has arrived is kept and not sent again.</source>
        <extracomment>Paused</extracomment>
        <translation>已暂停。可随时继续：已送达的内容会保留，不会重新发送。</translation>
    </message>
    <message>
        <source>Something went wrong: {detail}</source>
        <extracomment>DesktopxferError</extracomment>
        <translation>出错了：{detail}</translation>
    </message>
    <message>
        <source>That is too much for one transfer ({detail}). Send it in parts.</source>
        <extracomment>TooManyEntries</extracomment>
        <translation>内容过多，无法在一次传输中完成（{detail}）。请分批发送。</translation>
    </message>
    <message>
        <source>The codes were not the same on both screens, so {subject} is not trusted. Somebody may sit between the two devices: try again in another network before you send anything.</source>
        <extracomment>CodesDiffer</extracomment>
        <translation>两个屏幕上的验证码不一致，因此 {subject} 未受信任。两台设备之间可能有他人插手：发送任何内容之前，请先换一个网络重试。</translation>
    </message>
    <message>
        <source>The connection to {subject} was lost before the end. Check the network, then try again from the computer that began.</source>
        <extracomment>ConnectionLost</extracomment>
        <translation>{subject} 的连接在完成前断开。请检查网络，然后在发起传输的电脑上重试。</translation>
    </message>
    <message>
        <source>The disk is full: {subject} was not saved. Make room, then resume the transfer.</source>
        <extracomment>DiskFull</extracomment>
        <translation>磁盘已满：{subject} 未保存。请腾出空间，然后继续传输。</translation>
    </message>
    <message>
        <source>The file {subject}, which holds the actions of a file manager, is damaged ({detail}) and was left as it is. Mend or remove it, then try again.</source>
        <extracomment>DamagedActions</extracomment>
        <translation>保存文件管理器操作的文件 {subject} 已损坏（{detail}），未作改动。请修复或删除它，然后重试。</translation>
    </message>
    <message>
        <source>The file {subject}, which proves who this device is, is damaged ({detail}). Restore it from a backup; or remove it to start as a new device that others have to meet again.</source>
        <extracomment>DamagedIdentity</extracomment>
        <translation>证明本设备身份的文件 {subject} 已损坏（{detail}）。请从备份中恢复；也可删除它，以新设备的身份重新开始，其他设备需要重新认识本设备。</translation>
    </message>
    <message>
        <source>The folder {subject} cannot be used ({detail}). Choose another folder.</source>
        <extracomment>FolderUnusable</extracomment>
        <translation>无法使用文件夹 {subject}（{detail}）。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The folder {subject} is not there. Choose another folder.</source>
        <extracomment>FolderMissing</extracomment>
        <translation>文件夹 {subject} 不存在。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The ids of several transfers begin with {subject}. Give more of it: {detail}.</source>
        <extracomment>AmbiguousTransfer</extracomment>
        <translation>有多项传输的 ID 以 {subject} 开头。请输入更多字符：{detail}。</translation>
    </message>
    <message>
        <source>The list of files of a transfer is damaged ({detail}). It cannot be resumed.</source>
        <extracomment>DamagedList</extracomment>
        <translation>某项传输的文件列表已损坏（{detail}），无法继续传输。</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program, so this device listens at port {detail}. Others find it all the same; only typed addresses need the new number.</source>
        <extracomment>PortReplaced</extracomment>
        <translation>端口 {subject} 已被其他程序占用，因此本设备改在端口 {detail} 监听。其他设备仍能发现本设备；只有手动输入的地址需要使用新端口号。</translation>
    </message>
    <message>
        <source>The port {subject} is used by another program. Choose another port, or 0 for any.</source>
        <extracomment>PortTaken</extracomment>
        <translation>端口 {subject} 已被其他程序占用。请选择其他端口，或填 0 使用任意端口。</translation>
    </message>
    <message>
        <source>The profile {subject} cannot be used ({detail}). Choose another with --profile.</source>
        <extracomment>ProfileUnusable</extracomment>
        <translation>无法使用配置 {subject}（{detail}）。请用 --profile 选择其他配置。</translation>
    </message>
    <message>
        <source>The program was closed. Resume to go on where it stopped.</source>
        <extracomment>Stopped</extracomment>
        <translation>程序已关闭。继续后将从中断处接着传输。</translation>
    </message>
    <message>
        <source>The screen {subject} cannot be used: nothing answers there, or this user may not use it. Check DISPLAY and XAUTHORITY.</source>
        <extracomment>ScreenUnreachable</extracomment>
        <translation>无法使用屏幕 {subject}：那里没有响应，或当前用户无权使用。请检查 DISPLAY 和 XAUTHORITY。</translation>
    </message>
    <message>
        <source>There are no files, no picture and no text on the clipboard.</source>
        <extracomment>NothingToPaste</extracomment>
        <translation>剪贴板中没有文件、图片或文本。</translation>
    </message>
    <message>
        <source>There is no file or folder {subject}.</source>
        <extracomment>PathMissing</extracomment>
        <translation>文件或文件夹 {subject} 不存在。</translation>
    </message>
    <message>
        <source>There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Without one there is the command line: {detail} --help.</source>
        <extracomment>NoScreen</extracomment>
        <translation>没有可用于打开窗口的屏幕：DISPLAY 和 WAYLAND_DISPLAY 均未设置。没有屏幕时可使用命令行：{detail} --help。</translation>
    </message>
    <message>
        <source>There is nothing to send: {subject}.</source>
        <extracomment>NothingToSend</extracomment>
        <translation>没有可发送的内容：{subject}。</translation>
    </message>
    <message>
        <source>This computer cannot listen at {subject} ({detail}). Choose one of its own IP addresses, or 0.0.0.0 for all of them, and a port from 1024 on.</source>
        <extracomment>CannotListen</extracomment>
        <translation>这台电脑无法在 {subject} 监听（{detail}）。请选择它自己的一个 IP 地址，或选 0.0.0.0 表示全部地址，端口号须为 1024 或以上。</translation>
    </message>
    <message>
        <source>This computer cannot look for other devices ({detail}). Check its network, or give the address of the other device instead.</source>
        <extracomment>CannotDiscover</extracomment>
        <translation>这台电脑无法查找其他设备（{detail}）。请检查其网络，或直接输入对方设备的地址。</translation>
    </message>
    <message>
        <source>This computer lets desktopxfer open no further connection ({detail}). Wait until a transfer has ended, then try again.</source>
        <extracomment>OutOfDescriptors</extracomment>
        <translation>这台电脑不允许 desktopxfer 打开更多连接（{detail}）。请等待某项传输结束，然后重试。</translation>
    </message>
    <message>
        <source>This text is not kept any more. Ask for it to be sent again.</source>
        <extracomment>TextGone</extracomment>
        <translation>此文本已不再保留。请让对方重新发送。</translation>
    </message>
    <message>
        <source>WARNING: what calls itself {subject} is not the device you trust: it shows another certificate, so nothing was sent or accepted. If {subject} was reinstalled, forget it in the list of devices and pair again; otherwise somebody may be posing as it.</source>
        <extracomment>IdentityChanged</extracomment>
        <translation>警告：自称 {subject} 的并不是您信任的设备：它出示了不同的证书，因此没有发送或接收任何内容。如果 {subject} 重装过，请在设备列表中忘记它并重新配对；否则可能有人在冒充它。</translation>
    </message>
    <message>
        <source>the other device</source>
        <translation>对方设备</translation>
    </message>
    <message>
        <source>{subject} answers, but it is not desktopxfer: another program uses that port. Check the address and port.</source>
        <extracomment>NotDesktopxfer</extracomment>
        <translation>{subject} 有响应，但不是 desktopxfer：该端口由其他程序使用。请检查地址和端口。</translation>
    </message>
    <message>
        <source>{subject} arrived damaged and was thrown away. Resume the transfer: only what failed is sent again.</source>
        <extracomment>Damaged</extracomment>
        <translation>{subject} 到达时已损坏，已被丢弃。请继续传输：只会重新发送失败的部分。</translation>
    </message>
    <message>
        <source>{subject} cancelled.</source>
        <extracomment>CancelledThere</extracomment>
        <translation>{subject} 已取消传输。</translation>
    </message>
    <message>
        <source>{subject} cannot be reached. Check that it is on, that it is in the same network and that desktopxfer is open there.</source>
        <extracomment>Unreachable</extracomment>
        <translation>无法连接 {subject}。请检查它是否已开机、是否在同一网络中，以及是否已打开 desktopxfer。</translation>
    </message>
    <message>
        <source>{subject} cannot be read. Check its permissions.</source>
        <extracomment>Unreadable</extracomment>
        <translation>无法读取 {subject}。请检查其权限。</translation>
    </message>
    <message>
        <source>{subject} cannot be written to. Choose another folder.</source>
        <extracomment>ReadOnlyFolder</extracomment>
        <translation>无法写入 {subject}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{subject} changed while it was being sent. Resume the transfer when nothing writes to it: only what failed is sent again.</source>
        <extracomment>ChangedWhileSending</extracomment>
        <translation>{subject} 在发送过程中被改动。请在没有程序写入它时继续传输：只会重新发送失败的部分。</translation>
    </message>
    <message>
        <source>{subject} could not be changed ({detail}), so this computer is not set up as you wanted. Check the permissions, then try again.</source>
        <extracomment>CannotSetUp</extracomment>
        <translation>无法更改 {subject}（{detail}），因此这台电脑未能按您的要求设置。请检查权限，然后重试。</translation>
    </message>
    <message>
        <source>{subject} could not be saved: the disk reported a fault ({detail}).</source>
        <extracomment>DiskFailed</extracomment>
        <translation>无法保存 {subject}：磁盘报告了错误（{detail}）。</translation>
    </message>
    <message>
        <source>{subject} could not go on. Look at its screen for the reason.</source>
        <extracomment>FailedThere</extracomment>
        <translation>{subject} 无法继续。原因请查看该设备的屏幕。</translation>
    </message>
    <message>
        <source>{subject} could not save the files: its folder or disk cannot be written to.</source>
        <extracomment>CannotSave</extracomment>
        <translation>{subject} 无法保存文件：其文件夹或磁盘不可写入。</translation>
    </message>
    <message>
        <source>{subject} declined.</source>
        <extracomment>Declined</extracomment>
        <translation>{subject} 已拒绝。</translation>
    </message>
    <message>
        <source>{subject} did not arrive. Look at the other screen for the reason.</source>
        <extracomment>EntryFailed</extracomment>
        <translation>{subject} 未能送达。原因请查看对方的屏幕。</translation>
    </message>
    <message>
        <source>{subject} does not accept files at the moment.</source>
        <extracomment>NotReceiving</extracomment>
        <translation>{subject} 目前不接收文件。</translation>
    </message>
    <message>
        <source>{subject} does not have this transfer any more, so it cannot go on. It has to be sent again from the start.</source>
        <extracomment>UnknownTransfer</extracomment>
        <translation>{subject} 上已没有这项传输，因此无法继续。需要从头重新发送。</translation>
    </message>
    <message>
        <source>{subject} has not enough free space for this.</source>
        <extracomment>NotEnoughSpace</extracomment>
        <translation>{subject} 没有足够的可用空间。</translation>
    </message>
    <message>
        <source>{subject} has not paused: the program that runs it does not answer. Try again in a moment.</source>
        <extracomment>NotPaused</extracomment>
        <translation>{subject} 未能暂停：运行它的程序没有响应。请稍后重试。</translation>
    </message>
    <message>
        <source>{subject} is a device or a pipe, not a file, and was skipped.</source>
        <extracomment>NotAFile</extracomment>
        <translation>{subject} 是设备文件或管道，而不是普通文件，已跳过。</translation>
    </message>
    <message>
        <source>{subject} is a link and was skipped. Send what it points to instead.</source>
        <extracomment>LinkSkipped</extracomment>
        <translation>{subject} 是链接，已跳过。请改为发送它指向的内容。</translation>
    </message>
    <message>
        <source>{subject} is already on its way, perhaps in another window of desktopxfer.</source>
        <extracomment>AlreadyRunning</extracomment>
        <translation>{subject} 已在传输中，可能是在另一个 desktopxfer 窗口中。</translation>
    </message>
    <message>
        <source>{subject} is blocked on this computer. Unblock it in the list of devices first.</source>
        <extracomment>DeviceBlocked</extracomment>
        <translation>{subject} 在这台电脑上已被屏蔽。请先在设备列表中取消屏蔽。</translation>
    </message>
    <message>
        <source>{subject} is busy with too many transfers. Try again in a moment.</source>
        <extracomment>TooManyConnections</extracomment>
        <translation>{subject} 正忙于过多的传输。请稍后重试。</translation>
    </message>
    <message>
        <source>{subject} is no longer there.</source>
        <extracomment>Vanished</extracomment>
        <translation>{subject} 已不存在。</translation>
    </message>
    <message>
        <source>{subject} is not a device that you trust, and only for those anything can wait. Pair with it first, or send when it is there.</source>
        <extracomment>NotTrusted</extracomment>
        <translation>{subject} 不是您信任的设备，而只有发往受信任设备的内容才能等待发送。请先与它配对，或在它在线时发送。</translation>
    </message>
    <message>
        <source>{subject} is not an address. Write a name or address, with a port if it is not the usual one, like desk-pc, 192.168.1.20:26710 or [fe80::1%eth0]:26710.</source>
        <extracomment>BadAddress</extracomment>
        <translation>{subject} 不是有效地址。请输入名称或地址，如果不是默认端口还需加上端口，例如 desk-pc、192.168.1.20:26710 或 [fe80::1%eth0]:26710。</translation>
    </message>
    <message>
        <source>{subject} is not on its way at the moment, so there is nothing to pause.</source>
        <extracomment>NotRunning</extracomment>
        <translation>{subject} 目前没有在传输，因此无需暂停。</translation>
    </message>
    <message>
        <source>{subject} is not valid text (UTF-8). Send it as a file.</source>
        <extracomment>NotText</extracomment>
        <translation>{subject} 不是有效的文本（UTF-8）。请将其作为文件发送。</translation>
    </message>
    <message>
        <source>{subject} is over: nothing is left of it to resume or to discard.</source>
        <extracomment>TransferOver</extracomment>
        <translation>{subject} 已结束：没有可继续或丢弃的内容。</translation>
    </message>
    <message>
        <source>{subject} is this very device. Choose another one.</source>
        <extracomment>ConnectionToSelf</extracomment>
        <translation>{subject} 就是本设备。请选择其他设备。</translation>
    </message>
    <message>
        <source>{subject} lies too deep in folders within folders and was skipped. Send it alone.</source>
        <extracomment>TooDeep</extracomment>
        <translation>{subject} 所在的文件夹嵌套过深，已跳过。请单独发送。</translation>
    </message>
    <message>
        <source>{subject} paused this transfer. Resume it here or there: what has arrived is kept and not sent again.</source>
        <extracomment>PausedThere</extracomment>
        <translation>{subject} 暂停了这项传输。可在任意一方继续：已送达的内容会保留，不会重新发送。</translation>
    </message>
    <message>
        <source>{subject} refused, because the name of a file or folder could do harm there.</source>
        <extracomment>NamesRefused</extracomment>
        <translation>{subject} 已拒绝，因为某个文件或文件夹的名称可能会在那里造成危害。</translation>
    </message>
    <message>
        <source>{subject} sent something that desktopxfer does not understand ({detail}), so the transfer was stopped.</source>
        <extracomment>ProtocolViolation</extracomment>
        <translation>{subject} 发来了 desktopxfer 无法识别的内容（{detail}），因此传输已停止。</translation>
    </message>
    <message>
        <source>{subject} shows a certificate that is not acceptable ({detail}). Nothing was sent.</source>
        <extracomment>BadCertificate</extracomment>
        <translation>{subject} 出示的证书不可接受（{detail}）。没有发送任何内容。</translation>
    </message>
    <message>
        <source>{subject} stopped answering. Check that it is awake and connected, then try again from the computer that began.</source>
        <extracomment>TimedOut</extracomment>
        <translation>{subject} 停止响应。请检查它是否处于唤醒状态并已连接，然后在发起传输的电脑上重试。</translation>
    </message>
    <message>
        <source>{subject} uses a newer version of desktopxfer. Update desktopxfer on this computer.</source>
        <extracomment>UpdateHere</extracomment>
        <translation>{subject} 使用的 desktopxfer 版本较新。请更新这台电脑上的 desktopxfer。</translation>
    </message>
    <message>
        <source>{subject} uses an older version of desktopxfer. Update desktopxfer there.</source>
        <extracomment>UpdateThere</extracomment>
        <translation>{subject} 使用的 desktopxfer 版本较旧。请更新那台设备上的 desktopxfer。</translation>
    </message>
    <message>
        <source>{subject} was made by somebody else, so desktopxfer left it as it is. Move it away, then try again.</source>
        <extracomment>ForeignFile</extracomment>
        <translation>{subject} 是由其他人或程序创建的，因此 desktopxfer 未作改动。请将其移走，然后重试。</translation>
    </message>
    <message>
        <source>{subject} was refused, because the name of a file or folder could do harm.</source>
        <extracomment>UnsafeName</extracomment>
        <translation>{subject} 被拒绝，因为某个文件或文件夹的名称可能造成危害。</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A VPN ({interface}) takes all that leaves this computer, beside the local network ({local}).</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>除本地网络（{local}）外，这台电脑发出的所有数据都经由 VPN（{interface}）。</translation>
    </message>
    <message>
        <source>A firewall is on, on this computer ({firewall}).</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>这台电脑的防火墙已开启（{firewall}）。</translation>
    </message>
    <message>
        <source>A firewall or a security program on this computer forbids it. Let UDP port 5353 out, or add the other device by its address.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>这台电脑上的防火墙或安全软件禁止了发送。请放行 UDP 端口 5353 的出站流量，或按地址添加对方设备。</translation>
    </message>
    <message>
        <source>A router or a VPN between the two gives several computers one address. This computer can send to {name}, but not the other way round. Connect both to the same network.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>两者之间的路由器或 VPN 让多台电脑共用一个地址。这台电脑可以向 {name} 发送，但反过来不行。请将两者连接到同一网络。</translation>
    </message>
    <message>
        <source>An administrator can see it with.</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>管理员可用此命令查看。</translation>
    </message>
    <message>
        <source>Another program may keep UDP port 5353 for itself. End it, or add the other device by its address.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>可能有其他程序独占了 UDP 端口 5353。请结束该程序，或按地址添加对方设备。</translation>
    </message>
    <message>
        <source>Check again in a minute.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>请在一分钟后重新检查。</translation>
    </message>
    <message>
        <source>Check again.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>请重新检查。</translation>
    </message>
    <message>
        <source>Check that {name} is on and awake, in the same network, and that a firewall there does not drop what comes to TCP port {port}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>请检查 {name} 是否已开机并处于唤醒状态、是否在同一网络中，以及那里的防火墙是否丢弃了发往 TCP 端口 {port} 的数据。</translation>
    </message>
    <message>
        <source>Choose another address to listen at, or none for all of them.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>请选择其他监听地址，或不指定地址以监听全部地址。</translation>
    </message>
    <message>
        <source>Computers on the same cable may find each other all the same. If it should be in a network, connect it anew, or start the router again: it gives out addresses.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>连在同一根网线上的电脑可能仍能互相发现。如果它应当连接到网络，请重新连接，或重启负责分配地址的路由器。</translation>
    </message>
    <message>
        <source>Connect it anew. If that does not help, start the router again: it gives out addresses.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>请重新连接。如果没有用，请重启负责分配地址的路由器。</translation>
    </message>
    <message>
        <source>If others cannot reach this computer, let TCP port {port} in.</source>
        <extracomment>FIREWALL_ON</extracomment>
        <translation>如果其他设备无法连接这台电脑，请放行 TCP 端口 {port} 的入站流量。</translation>
    </message>
    <message>
        <source>It may be visible to nobody; or a firewall there drops UDP port 5353, or the network between. Its address is enough to send to it.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>它可能对所有人隐藏；也可能是那里的防火墙或中间的网络丢弃了 UDP 端口 5353 的数据。只要有它的地址就能向它发送。</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in, or add the other device by its address.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>请放行 UDP 端口 5353 的入站流量，或按地址添加对方设备。</translation>
    </message>
    <message>
        <source>Many VPNs keep the local network out. If a device is not found or not reached, switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_ROUTE</extracomment>
        <translation>许多 VPN 会阻断本地网络。如果无法发现或连接某台设备，请关闭 VPN，或在其设置中允许本地网络。</translation>
    </message>
    <message>
        <source>No firewall on this computer stands in the way ({firewall}).</source>
        <extracomment>FIREWALL_OFF</extracomment>
        <translation>这台电脑上没有防火墙妨碍连接（{firewall}）。</translation>
    </message>
    <message>
        <source>No firewall program that desktopxfer knows is on this computer.</source>
        <extracomment>FIREWALL_UNKNOWN</extracomment>
        <translation>这台电脑上没有 desktopxfer 能识别的防火墙程序。</translation>
    </message>
    <message>
        <source>No other computer can send to this one. {error}</source>
        <extracomment>NOT_LISTENING</extracomment>
        <translation>其他电脑都无法向这台电脑发送。{error}</translation>
    </message>
    <message>
        <source>Nothing answers at {address}.</source>
        <extracomment>UNREACHABLE</extracomment>
        <translation>{address} 没有响应。</translation>
    </message>
    <message>
        <source>On that computer, let TCP port {port} in. Where ufw is the firewall.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>请在那台电脑上放行 TCP 端口 {port} 的入站流量。如果防火墙是 ufw，可用此命令。</translation>
    </message>
    <message>
        <source>On this computer, let TCP port {port} in.</source>
        <extracomment>BLOCKED_HERE
----------
REFUSED_HERE</extracomment>
        <translation>请在这台电脑上放行 TCP 端口 {port} 的入站流量。</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) cannot be heard: {detail}.</source>
        <extracomment>MDNS_TAKEN</extracomment>
        <translation>在 {interface} 上无法接收广播（mDNS）：{detail}。</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, and other computers are heard.</source>
        <extracomment>MDNS_HEARD</extracomment>
        <translation>在 {interface} 上，广播（mDNS）收发正常，并收到了其他电脑的广播。</translation>
    </message>
    <message>
        <source>On {interface}, announcements (mDNS) leave and arrive, but no other computer was heard.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>在 {interface} 上，广播（mDNS）收发正常，但没有收到其他电脑的广播。</translation>
    </message>
    <message>
        <source>On {interface}, this computer may not send announcements (mDNS): {detail}.</source>
        <extracomment>MDNS_MUTE</extracomment>
        <translation>在 {interface} 上，这台电脑无法发送广播（mDNS）：{detail}。</translation>
    </message>
    <message>
        <source>On {interface}, what comes to UDP port 5353 (mDNS) does not arrive: a firewall on this computer drops it, so no device is found there.</source>
        <extracomment>MDNS_DEAF</extracomment>
        <translation>在 {interface} 上，发往 UDP 端口 5353（mDNS）的数据无法到达：这台电脑的防火墙将其丢弃，因此在那里发现不了设备。</translation>
    </message>
    <message>
        <source>Open desktopxfer there. If it is open, the bottom of its window says at which port; or a firewall there refuses TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>请在那里打开 desktopxfer。如果已打开，其窗口底部会显示所用端口；也可能是那里的防火墙拒绝了 TCP 端口 {port}。</translation>
    </message>
    <message>
        <source>Others find it all the same. Typed addresses and rules of firewalls need the new number.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>其他设备仍能发现它。手动输入的地址和防火墙规则需要使用新端口号。</translation>
    </message>
    <message>
        <source>Pair with it, or let everyone see it for a while, and check again.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>请与它配对，或让它暂时对所有人可见，然后重新检查。</translation>
    </message>
    <message>
        <source>Plug in a cable or join a Wi-Fi.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>请插入网线或加入 Wi-Fi。</translation>
    </message>
    <message>
        <source>Plug in its cable, or join a Wi-Fi. If it is plugged in, look at the other end.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>请插入网线或加入 Wi-Fi。如果已插好，请检查另一端。</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>请启用它。</translation>
    </message>
    <message>
        <source>Switch the VPN off, or allow the local network in its settings.</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>请关闭 VPN，或在其设置中允许本地网络。</translation>
    </message>
    <message>
        <source>TCP port {wanted} is used by another program, so desktopxfer listens at {port}.</source>
        <extracomment>LISTENING_ELSEWHERE</extracomment>
        <translation>TCP 端口 {wanted} 已被其他程序占用，因此 desktopxfer 改在 {port} 监听。</translation>
    </message>
    <message>
        <source>That is as it should be if desktopxfer is open on no other computer there. Otherwise the network keeps its computers apart, as guest Wi-Fi does: add the other one by its address.</source>
        <extracomment>MDNS_ALONE</extracomment>
        <translation>如果那里没有其他电脑打开 desktopxfer，这是正常的。否则说明网络像访客 Wi-Fi 那样隔离了各台电脑：请按地址添加对方设备。</translation>
    </message>
    <message>
        <source>The computer at {address} is there, but takes no connection at TCP port {port}.</source>
        <extracomment>REFUSED_THERE</extracomment>
        <translation>位于 {address} 的电脑在线，但 TCP 端口 {port} 不接受连接。</translation>
    </message>
    <message>
        <source>The connection to {name} broke while it tried to reach this computer.</source>
        <extracomment>BACK_LOST</extracomment>
        <translation>{name} 尝试连接这台电脑时，与它的连接断开了。</translation>
    </message>
    <message>
        <source>The firewall on this computer ({firewall}) lets TCP port {port} in.</source>
        <extracomment>FIREWALL_OPEN</extracomment>
        <translation>这台电脑的防火墙（{firewall}）已放行 TCP 端口 {port} 的入站流量。</translation>
    </message>
    <message>
        <source>The way to {name} ({address}) leads through a VPN ({interface}).</source>
        <extracomment>VPN_TO_DEVICE</extracomment>
        <translation>通往 {name}（{address}）的路径经过 VPN（{interface}）。</translation>
    </message>
    <message>
        <source>The way to {name} ends early. {error}</source>
        <extracomment>REACH_FAILED</extracomment>
        <translation>通往 {name} 的路径中途断开。{error}</translation>
    </message>
    <message>
        <source>This computer is in a network: {addresses}.</source>
        <extracomment>ADDRESSES</extracomment>
        <translation>这台电脑已连接到网络：{addresses}。</translation>
    </message>
    <message>
        <source>This computer is in no network: only programs on it can reach each other.</source>
        <extracomment>NO_NETWORK</extracomment>
        <translation>这台电脑未连接任何网络：只有本机上的程序可以互相通信。</translation>
    </message>
    <message>
        <source>To receive something, open it.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>要接收内容，请打开它。</translation>
    </message>
    <message>
        <source>Update it, or check from there.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>请更新它，或从那里进行检查。</translation>
    </message>
    <message>
        <source>What is meant for {name} goes into a VPN ({interface}), although its address {address} is one of the local network ({local}).</source>
        <extracomment>VPN_OWNS_DEVICE</extracomment>
        <translation>发往 {name} 的数据进入了 VPN（{interface}），尽管其地址 {address} 属于本地网络（{local}）。</translation>
    </message>
    <message>
        <source>Whether a firewall on this computer is in the way could not be read ({reason}).</source>
        <extracomment>FIREWALL_UNREADABLE</extracomment>
        <translation>无法确定这台电脑的防火墙是否妨碍连接（{reason}）。</translation>
    </message>
    <message>
        <source>desktopxfer is not open here at the moment. For this check it answers at TCP port {port}.</source>
        <extracomment>NOT_OPEN</extracomment>
        <translation>desktopxfer 目前没有在这里打开。为进行此检查，它在 TCP 端口 {port} 上响应。</translation>
    </message>
    <message>
        <source>desktopxfer is open here and listens at TCP port {port}.</source>
        <extracomment>LISTENING</extracomment>
        <translation>desktopxfer 已在这里打开，并在 TCP 端口 {port} 监听。</translation>
    </message>
    <message>
        <source>desktopxfer listens at {host} only, where no other computer can reach it.</source>
        <extracomment>LISTENING_TO_ITSELF</extracomment>
        <translation>desktopxfer 只在 {host} 监听，其他电脑无法连接到那里。</translation>
    </message>
    <message>
        <source>{error}</source>
        <extracomment>NOT_FOUND</extracomment>
        <translation>{error}</translation>
    </message>
    <message>
        <source>{interface} has only an address that it gave itself.</source>
        <extracomment>LINK_LOCAL_ONLY</extracomment>
        <translation>{interface} 只有自行分配的地址。</translation>
    </message>
    <message>
        <source>{interface} is connected, but has no address.</source>
        <extracomment>NO_ADDRESS</extracomment>
        <translation>{interface} 已连接，但没有地址。</translation>
    </message>
    <message>
        <source>{interface} is not connected to anything.</source>
        <extracomment>LINK_DOWN</extracomment>
        <translation>{interface} 没有连接到任何网络。</translation>
    </message>
    <message>
        <source>{interface} is switched off.</source>
        <extracomment>SWITCHED_OFF</extracomment>
        <translation>{interface} 已停用。</translation>
    </message>
    <message>
        <source>{name} answers at {address}.</source>
        <extracomment>REACHED</extracomment>
        <translation>{name} 在 {address} 响应。</translation>
    </message>
    <message>
        <source>{name} answers, but its announcements (mDNS) were not heard.</source>
        <extracomment>UNHEARD</extracomment>
        <translation>{name} 有响应，但没有收到它的广播（mDNS）。</translation>
    </message>
    <message>
        <source>{name} cannot reach this computer: what comes to TCP port {port} is dropped, most likely by a firewall on this computer.</source>
        <extracomment>BLOCKED_HERE</extracomment>
        <translation>{name} 无法连接这台电脑：发往 TCP 端口 {port} 的数据被丢弃，很可能是这台电脑的防火墙所致。</translation>
    </message>
    <message>
        <source>{name} could not reach this computer, and does not say why.</source>
        <extracomment>BACK_FAILED</extracomment>
        <translation>{name} 无法连接这台电脑，且没有说明原因。</translation>
    </message>
    <message>
        <source>{name} does not take requests of this device, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_NOT_ALLOWED</extracomment>
        <translation>{name} 不接受本设备的请求，因此无法得知它能否连接这台电脑。</translation>
    </message>
    <message>
        <source>{name} has an older desktopxfer, which cannot try whether it reaches this computer.</source>
        <extracomment>BACK_UNKNOWN</extracomment>
        <translation>{name} 的 desktopxfer 版本较旧，无法测试它能否连接这台电脑。</translation>
    </message>
    <message>
        <source>{name} is busy, so nobody knows whether it reaches this computer.</source>
        <extracomment>BACK_BUSY</extracomment>
        <translation>{name} 正忙，因此无法得知它能否连接这台电脑。</translation>
    </message>
    <message>
        <source>{name} is in the network, but TCP port {port} of it ({address}) does not answer: most likely a firewall on that computer drops what comes to it.</source>
        <extracomment>BLOCKED_THERE</extracomment>
        <translation>{name} 在网络中，但其 TCP 端口 {port}（{address}）没有响应：很可能是那台电脑的防火墙丢弃了收到的数据。</translation>
    </message>
    <message>
        <source>{name} is refused at TCP port {port} of this computer, most likely by a firewall on it.</source>
        <extracomment>REFUSED_HERE</extracomment>
        <translation>{name} 在这台电脑的 TCP 端口 {port} 上被拒绝，很可能是这台电脑的防火墙所致。</translation>
    </message>
    <message>
        <source>{name} meets something else where this computer should be, at TCP port {port}.</source>
        <extracomment>OTHER_HERE</extracomment>
        <translation>{name} 在 TCP 端口 {port} 上遇到的不是这台电脑，而是别的设备。</translation>
    </message>
    <message>
        <source>{name} reaches this computer at TCP port {port}.</source>
        <extracomment>REACHED_BACK</extracomment>
        <translation>{name} 可以通过 TCP 端口 {port} 连接这台电脑。</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>Answering…</source>
        <translation>正在答复…</translation>
    </message>
    <message>
        <source>Asking {name} to go on…</source>
        <translation>正在请求 {name} 继续…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>验证码 {code}</translation>
    </message>
    <message>
        <source>Comparing what is there…</source>
        <translation>正在比较已有文件…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Connection lost, trying again…</source>
        <translation>连接已断开，正在重试…</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interrupted at {percent}: {why}</source>
        <translation>在 {percent} 处中断：{why}</translation>
    </message>
    <message>
        <source>Interrupted: {why}</source>
        <translation>已中断：{why}</translation>
    </message>
    <message>
        <source>Last seen today</source>
        <translation>今天在线过</translation>
    </message>
    <message>
        <source>Last seen yesterday</source>
        <translation>昨天在线过</translation>
    </message>
    <message>
        <source>Last seen {date}</source>
        <translation>上次在线：{date}</translation>
    </message>
    <message>
        <source>Looking through the folders…</source>
        <translation>正在扫描文件夹…</translation>
    </message>
    <message>
        <source>Making sure that everything is saved…</source>
        <translation>正在确认全部内容已保存…</translation>
    </message>
    <message>
        <source>Never answered yet</source>
        <translation>从未响应</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>未出现</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused at {percent}</source>
        <translation>已暂停于 {percent}</translation>
    </message>
    <message>
        <source>Paused by {name}</source>
        <translation>已由 {name} 暂停</translation>
    </message>
    <message>
        <source>Paused by {name} at {percent}</source>
        <translation>已由 {name} 暂停于 {percent}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text, {size}</source>
        <translation>文本，{size}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>Waiting for {name} to accept…</source>
        <translation>正在等待 {name} 接受…</translation>
    </message>
    <message>
        <source>Waiting for {name} to come online</source>
        <translation>正在等待 {name} 上线</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>a text, {size}</source>
        <translation>一段文本，{size}</translation>
    </message>
    <message>
        <source>days</source>
        <translation>数天</translation>
    </message>
    <message>
        <source>desktopxfer was closed.</source>
        <translation>desktopxfer 已关闭。</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>来自 {name}</translation>
    </message>
    <message>
        <source>the connection was lost.</source>
        <translation>连接已断开。</translation>
    </message>
    <message>
        <source>the disk is full. Make room, and it goes on by itself.</source>
        <translation>磁盘已满。腾出空间后会自动继续。</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>发往 {name}</translation>
    </message>
    <message>
        <source>waiting for data</source>
        <translation>正在等待数据</translation>
    </message>
    <message>
        <source>{amount} in {duration}</source>
        <translation>{amount}，用时 {duration}</translation>
    </message>
    <message>
        <source>{chosen} of {total} offered</source>
        <translation>对方提供的 {total} 中的 {chosen}</translation>
    </message>
    <message>
        <source>{count} B</source>
        <translation>{count} B</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>剩余 {duration}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>无法连接 {name}。</translation>
    </message>
    <message>
        <source>{name} has no room for it. It goes on when there is some.</source>
        <translation>{name} 空间不足。有空间后会自动继续。</translation>
    </message>
    <message>
        <source>{name} wants to send {amount}</source>
        <translation>{name} 想发送 {amount}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
</context>
</TS>
