/** A text in both languages, on pages the server writes itself. */
export type Both = { zh: string; en: string }

export type PictureName =
  | 'address'
  | 'download'
  | 'settings'
  | 'certificate'
  | 'switch'
  | 'warning'
  | 'restart'
  | 'door'

export type Device = {
  id: 'quest' | 'pico' | 'android' | 'apple' | 'windows' | 'mac' | 'linux'
  name: Both
  /** How its browsers name themselves. The first that fits wins. */
  agent: RegExp
  steps: ({ picture: PictureName } & Both)[]
  forget: Both
  note?: Both
}

const DOWNLOAD_FIRST: Both = {
  zh: '在这一页点“下载证书”。',
  en: 'On this page press “Download the certificate”.',
}
const OPEN: Both = { zh: '回到这一页，点“打开入户”。', en: 'Come back to this page and press “Open Doorstep”.' }

/** How each kind of device comes to trust this server, once, and how it forgets it. Menus move between versions: the words to look for are what lasts. */
export const DEVICES: readonly Device[] = [
  {
    id: 'quest',
    name: { zh: 'Meta Quest 头显', en: 'Meta Quest headset' },
    agent: /OculusBrowser|Quest/i,
    steps: [
      {
        picture: 'address',
        zh: '在头显的“浏览器”里点上面的“打开入户”。',
        en: 'In the headset’s Browser press “Open Doorstep” above.',
      },
      {
        picture: 'warning',
        zh: '第一次会看到“您的连接不是私密连接”。先看地址栏：地址要和服务器屏幕上的一样。然后点“高级”，再点“继续前往”。',
        en: 'The first time it says “Your connection is not private”. Look at the address: it must be the one on the server’s screen. Then press “Advanced”, and “Proceed”.',
      },
      {
        picture: 'door',
        zh: '页面打开了，头显里的沉浸模式就能用。过一段时间（多为一周）头显会再问一次，照做即可。',
        en: 'Once the page is open, immersive mode works. After a while (often a week) the headset asks again; do the same.',
      },
    ],
    note: {
      zh: 'Quest 的设置里一般没有安装证书的地方。学校若用设备管理平台（MDM），可以把证书下发到所有头显，以后就不再提醒。',
      en: 'Quest’s settings usually have no place to install a certificate. A school with device management (MDM) can send the certificate to every headset; then nothing is asked any more.',
    },
    forget: {
      zh: '浏览器菜单 › 设置 › 隐私和安全 › 清除浏览数据。',
      en: 'Browser menu › Settings › Privacy and security › Clear browsing data.',
    },
  },
  {
    id: 'pico',
    name: { zh: 'PICO 头显', en: 'PICO headset' },
    agent: /Pico/i,
    steps: [
      {
        picture: 'address',
        zh: '在头显的“浏览器”里点上面的“打开入户”。',
        en: 'In the headset’s Browser press “Open Doorstep” above.',
      },
      {
        picture: 'warning',
        zh: '若提示连接不安全：先看地址栏，地址要和服务器屏幕上的一样。然后点“高级”，再点“继续前往”。',
        en: 'If it warns that the connection is not safe: look at the address; it must be the one on the server’s screen. Then press “Advanced”, and “Proceed”.',
      },
      { picture: 'door', zh: '页面打开了，沉浸模式就能用。', en: 'Once the page is open, immersive mode works.' },
    ],
    note: {
      zh: '企业版系统若在设置里有“安装证书”，可以照安卓手机的办法安装；设备管理平台也能统一下发。',
      en: 'Where an enterprise system has “Install a certificate” in its settings, it goes as on an Android phone; device management can send it to all of them, too.',
    },
    forget: {
      zh: '浏览器菜单 › 设置 › 清除浏览数据；装过证书的，在系统设置的“凭据”里删除“Doorstep local authority”。',
      en: 'Browser menu › Settings › Clear browsing data; if a certificate was installed, delete “Doorstep local authority” under “Credentials” in the system settings.',
    },
  },
  {
    id: 'android',
    name: { zh: '安卓手机、平板', en: 'Android phone or tablet' },
    agent: /Android/i,
    steps: [
      { picture: 'download', ...DOWNLOAD_FIRST },
      {
        picture: 'settings',
        zh: '打开系统“设置”，搜索“CA 证书”（多在“安全 › 加密与凭据 › 安装证书”里）。',
        en: 'Open the system Settings and search for “CA certificate” (often under Security › Encryption and credentials › Install a certificate).',
      },
      {
        picture: 'certificate',
        zh: '点“仍然安装”，输入锁屏密码，选刚下载的 doorstep-ca.crt。',
        en: 'Press “Install anyway”, enter the screen lock, and choose doorstep-ca.crt, just downloaded.',
      },
      { picture: 'door', ...OPEN },
    ],
    note: {
      zh: '请用 Chrome 或 Edge。有些自带浏览器不认自己安装的证书，那就在警告页点“高级 › 继续前往”。',
      en: 'Use Chrome or Edge. Some built-in browsers ignore certificates one has installed; there, press “Advanced › Proceed” on the warning.',
    },
    forget: {
      zh: '设置 › 安全 › 加密与凭据 › 用户凭据（或“信任的凭据 › 用户”）› Doorstep local authority › 删除。',
      en: 'Settings › Security › Encryption and credentials › User credentials (or Trusted credentials › User) › Doorstep local authority › Remove.',
    },
  },
  {
    id: 'apple',
    name: { zh: 'iPhone、iPad', en: 'iPhone or iPad' },
    agent: /iPhone|iPad|iPod/i,
    steps: [
      {
        picture: 'download',
        zh: '用 Safari 打开这一页，点“下载证书”，再点“允许”。',
        en: 'Open this page in Safari, press “Download the certificate”, then “Allow”.',
      },
      {
        picture: 'certificate',
        zh: '设置 › 通用 › VPN 与设备管理 › Doorstep local authority › 安装，输入锁屏密码。',
        en: 'Settings › General › VPN & Device Management › Doorstep local authority › Install; enter the passcode.',
      },
      {
        picture: 'switch',
        zh: '设置 › 通用 › 关于本机 › 证书信任设置，打开它的开关。少了这一步不起作用。',
        en: 'Settings › General › About › Certificate Trust Settings: turn its switch on. Without this step nothing changes.',
      },
      { picture: 'door', ...OPEN },
    ],
    forget: {
      zh: '设置 › 通用 › VPN 与设备管理 › Doorstep local authority › 移除描述文件。',
      en: 'Settings › General › VPN & Device Management › Doorstep local authority › Remove Profile.',
    },
  },
  {
    id: 'windows',
    name: { zh: 'Windows 电脑', en: 'Windows computer' },
    agent: /Windows/i,
    steps: [
      { picture: 'download', zh: '点“下载证书”，双击打开它。', en: 'Press “Download the certificate” and open it.' },
      {
        picture: 'certificate',
        zh: '安装证书 › 当前用户 › 将所有的证书都放入下列存储 › 浏览 › 受信任的根证书颁发机构 › 完成；再问时核对名字，点“是”。',
        en: 'Install Certificate › Current User › Place all certificates in the following store › Browse › Trusted Root Certification Authorities › Finish; when asked again, check the name and press “Yes”.',
      },
      {
        picture: 'restart',
        zh: '关掉浏览器的所有窗口，再打开。',
        en: 'Close every window of the browser and open it again.',
      },
      { picture: 'door', ...OPEN },
    ],
    note: {
      zh: 'Firefox 另外导入：设置 › 隐私与安全 › 证书 › 查看证书 › 证书颁发机构 › 导入。',
      en: 'Firefox imports it by itself: Settings › Privacy & Security › Certificates › View Certificates › Authorities › Import.',
    },
    forget: {
      zh: '按 Win+R，输入 certmgr.msc › 受信任的根证书颁发机构 › 证书 › 删除“Doorstep local authority”。',
      en: 'Press Win+R, type certmgr.msc › Trusted Root Certification Authorities › Certificates › delete “Doorstep local authority”.',
    },
  },
  {
    id: 'mac',
    name: { zh: 'Mac 电脑', en: 'Mac' },
    agent: /Macintosh/i,
    steps: [
      {
        picture: 'download',
        zh: '点“下载证书”，双击打开，加到“登录”钥匙串。',
        en: 'Press “Download the certificate”, open it, and add it to the “login” keychain.',
      },
      {
        picture: 'switch',
        zh: '在“钥匙串访问”里双击它 › 信任 › 使用此证书时：始终信任；关上窗口，输入密码。',
        en: 'In Keychain Access open it › Trust › When using this certificate: Always Trust; close the window and enter your password.',
      },
      { picture: 'door', ...OPEN },
    ],
    forget: {
      zh: '钥匙串访问 › 登录 › 证书 › 删除“Doorstep local authority”。',
      en: 'Keychain Access › login › Certificates › delete “Doorstep local authority”.',
    },
  },
  {
    id: 'linux',
    name: { zh: 'Linux 电脑（Chromium、Chrome、Firefox）', en: 'Linux computer (Chromium, Chrome, Firefox)' },
    agent: /Linux|X11/i,
    steps: [
      { picture: 'download', ...DOWNLOAD_FIRST },
      {
        picture: 'certificate',
        zh: 'Chromium：设置 › 隐私和安全 › 安全 › 管理证书 › 导入，勾选“用于识别网站”。Firefox：设置 › 隐私与安全 › 证书 › 查看证书 › 证书颁发机构 › 导入。',
        en: 'Chromium: Settings › Privacy and security › Security › Manage certificates › Import, and tick “identifying websites”. Firefox: Settings › Privacy & Security › Certificates › View Certificates › Authorities › Import.',
      },
      { picture: 'door', ...OPEN },
    ],
    forget: {
      zh: '在同一个地方找到“Doorstep local authority”，删除。',
      en: 'In the same place find “Doorstep local authority” and delete it.',
    },
  },
]

/** The device that asks, by how its browser names itself; none where that says nothing. */
export const deviceOf = (agent: string): Device['id'] | null => DEVICES.find((one) => one.agent.test(agent))?.id ?? null
