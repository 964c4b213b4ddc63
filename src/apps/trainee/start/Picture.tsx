/**
 * The landing of an old walk-up at about ten in the morning: the west door of the third floor a hand's breadth open, warm light on the
 * terrazzo, the neighbour's enamel bowl with osmanthus beside it. Drawn here, so that the first page needs no file.
 */
export function Picture({ label }: { label: string }) {
  return (
    <svg className="picture" viewBox="0 0 560 520" role="img" aria-label={label}>
      <defs>
        <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#cfc5b0" />
          <stop offset="1" stopColor="#a99d86" />
        </linearGradient>
        <linearGradient id="dado" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor="#6f9183" />
          <stop offset="1" stopColor="#527165" />
        </linearGradient>
        <linearGradient id="inside" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#ffe9b0" />
          <stop offset="0.65" stopColor="#f8c766" />
          <stop offset="1" stopColor="#e09a3a" />
        </linearGradient>
        <linearGradient id="leaf" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor="#5e3420" />
          <stop offset="1" stopColor="#8a5131" />
        </linearGradient>
        <linearGradient id="glow" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#ffd98a" stopOpacity="0.95" />
          <stop offset="1" stopColor="#ffd98a" stopOpacity="0" />
        </linearGradient>
        <radialGradient id="halo" cx="0.5" cy="0.5" r="0.5">
          <stop offset="0" stopColor="#ffdf9c" stopOpacity="0.75" />
          <stop offset="1" stopColor="#ffdf9c" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#dfe9ea" />
          <stop offset="1" stopColor="#f6efdc" />
        </linearGradient>
      </defs>

      <rect width="560" height="520" fill="url(#wall)" />
      <path d="M0 268H560V420H0Z" fill="url(#dado)" />
      <path d="M0 266H560" stroke="#3f5a50" strokeWidth="4" />
      <path d="M0 420H560V520H0Z" fill="#8f8674" />
      <g fill="#a59b87" opacity="0.8">
        <circle cx="60" cy="455" r="2" />
        <circle cx="96" cy="490" r="1.6" />
        <circle cx="150" cy="444" r="1.4" />
        <circle cx="210" cy="498" r="2.2" />
        <circle cx="470" cy="448" r="1.8" />
        <circle cx="520" cy="486" r="2.2" />
        <circle cx="430" cy="505" r="1.4" />
        <circle cx="30" cy="505" r="1.5" />
      </g>

      {/* the stair window, with the top of an osmanthus tree */}
      <g>
        <rect x="38" y="58" width="116" height="150" rx="3" fill="#6d5b45" />
        <rect x="46" y="66" width="100" height="134" fill="url(#sky)" />
        <path d="M46 200V156c12-14 22-6 30-16 8-12 20-6 26 2 10-4 18 2 22 10 8-2 16 2 22 8v40Z" fill="#5f7d4f" />
        <g fill="#eab543">
          <circle cx="62" cy="164" r="3" />
          <circle cx="76" cy="154" r="2.6" />
          <circle cx="88" cy="168" r="3" />
          <circle cx="101" cy="152" r="2.6" />
          <circle cx="114" cy="172" r="3" />
          <circle cx="128" cy="164" r="2.6" />
          <circle cx="94" cy="182" r="2.4" />
          <circle cx="70" cy="180" r="2.4" />
          <circle cx="134" cy="184" r="2.6" />
        </g>
        <path d="M96 66V200M46 133H146" stroke="#6d5b45" strokeWidth="6" />
        <path d="M34 208H158" stroke="#7f6c53" strokeWidth="8" />
      </g>

      {/* the handrail going down */}
      <g stroke="#4d3a28" fill="none">
        <path d="M-6 330L150 408" strokeWidth="11" strokeLinecap="round" />
        <path d="M18 344V470M58 364V486M98 384V500M138 404V512" stroke="#5b6b63" strokeWidth="4" />
      </g>

      {/* light on the floor and round the door */}
      <ellipse cx="352" cy="268" rx="210" ry="230" fill="url(#halo)" />
      <path d="M300 422L352 422L330 520L196 520Z" fill="url(#glow)" />

      {/* the door: frame, the room behind, the leaf standing open */}
      <rect x="246" y="86" width="216" height="340" fill="#4a2f1d" />
      <rect x="262" y="102" width="184" height="324" fill="url(#inside)" />
      <g opacity="0.9">
        <path d="M262 348H330V426H262Z" fill="#c98438" opacity="0.55" />
        <path d="M276 300h40v48h-40Z" fill="#9c5f2c" opacity="0.65" />
        <rect x="283" y="262" width="24" height="30" fill="#7d4a26" opacity="0.8" />
        <rect x="287" y="266" width="16" height="22" fill="#f6e2b4" />
        <path d="M290 300c0-12 3-20 5-28M300 300c-1-10 1-16 4-22" stroke="#5f7d4f" strokeWidth="2" fill="none" />
        <g fill="#fff0b8">
          <circle cx="291" cy="276" r="2.2" />
          <circle cx="297" cy="270" r="2.2" />
          <circle cx="303" cy="277" r="2.2" />
        </g>
      </g>
      <path d="M446 102L338 118V420L446 426Z" fill="url(#leaf)" />
      <path
        d="M430 128L354 138V252L430 250Z M430 274L354 276V396L430 404Z"
        fill="none"
        stroke="#4b2817"
        strokeWidth="4"
      />
      <path d="M338 118V420" stroke="#ffdc91" strokeWidth="3" />
      <circle cx="352" cy="276" r="6" fill="#d9b25a" />
      <path d="M352 283v12" stroke="#c7a04c" strokeWidth="3" />
      <path d="M349 296h6l-1 9h-4Z" fill="#a32e22" />
      {/* last spring's couplets, faded */}
      <path d="M222 120h20v180h-20Z M466 120h20v180h-20Z" fill="#b8493a" />
      <path d="M262 62H446V84H262Z" fill="#b8493a" />
      <g
        fill="#e9c46a"
        fontFamily="'Noto Serif SC','Source Han Serif SC','Noto Serif CJK SC','Songti SC',serif"
        fontSize="15"
        textAnchor="middle"
      >
        <text x="232" y="146">
          家
        </text>
        <text x="232" y="178">
          和
        </text>
        <text x="232" y="210">
          人
        </text>
        <text x="232" y="242">
          康
        </text>
        <text x="232" y="274">
          健
        </text>
        <text x="476" y="146">
          春
        </text>
        <text x="476" y="178">
          来
        </text>
        <text x="476" y="210">
          福
        </text>
        <text x="476" y="242">
          满
        </text>
        <text x="476" y="274">
          门
        </text>
        <text x="354" y="79" letterSpacing="22">
          平安是福
        </text>
      </g>
      <g>
        <rect x="500" y="150" width="40" height="26" rx="3" fill="#2f4a6b" />
        <text x="520" y="168" fill="#fff" fontFamily="sans-serif" fontSize="14" textAnchor="middle">
          302
        </text>
      </g>

      {/* the doormat and the bowl of osmanthus */}
      <path d="M268 430H446L462 452H250Z" fill="#7c5a3c" />
      <path d="M276 436H440L450 447H262Z" fill="none" stroke="#a98259" strokeWidth="2" />
      <g>
        <ellipse cx="500" cy="448" rx="32" ry="6" fill="#4b4436" opacity="0.35" />
        <path d="M470 414h60c-2 20-12 32-30 32s-28-12-30-32Z" fill="#f4f1e8" />
        <path d="M470 414h60l-1 5h-58Z" fill="#2f5d8c" />
        <path d="M484 430c4 6 10 8 16 8" stroke="#2f5d8c" strokeWidth="2" fill="none" />
        <path
          d="M486 412c2-26 12-40 22-52M498 412c4-20 14-32 26-38M492 412c-6-18-8-26-6-42"
          stroke="#5b4a2c"
          strokeWidth="3"
          fill="none"
        />
        <g fill="#4d6b43">
          <ellipse cx="508" cy="362" rx="12" ry="5" transform="rotate(-35 508 362)" />
          <ellipse cx="496" cy="376" rx="11" ry="5" transform="rotate(25 496 376)" />
          <ellipse cx="522" cy="378" rx="12" ry="5" transform="rotate(-15 522 378)" />
          <ellipse cx="486" cy="372" rx="10" ry="4.5" transform="rotate(-60 486 372)" />
          <ellipse cx="514" cy="392" rx="11" ry="5" transform="rotate(10 514 392)" />
        </g>
        <g fill="#f0b63c">
          <circle cx="502" cy="368" r="3.4" />
          <circle cx="508" cy="372" r="3" />
          <circle cx="498" cy="384" r="3.2" />
          <circle cx="515" cy="383" r="3.4" />
          <circle cx="489" cy="380" r="3" />
          <circle cx="520" cy="371" r="3" />
          <circle cx="507" cy="396" r="3" />
        </g>
      </g>
    </svg>
  )
}
