package io.parley.certify;

/** How a certificate looks: on paper as on the screen. */
final class CertificateStyle {
  static final String CSS =
      """
      @page { size: A4; margin: 11mm 12mm; }
      * { box-sizing: border-box; margin: 0; padding: 0; }
      html { background: #e8e9eb; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      body { font: 8.6pt/1.32 "Helvetica Neue", Arial, "Liberation Sans", sans-serif; color: #16191d; --tone: #8a6100; }
      body.certified { --tone: #14663a; }
      body.not-certified { --tone: #a3221b; }
      body.not-tested { --tone: #55595f; }
      main { width: 186mm; min-height: 270mm; margin: 8mm auto; padding: 9mm 10mm; background: #fff; border-top: 2.2mm solid var(--tone); }
      header { position: relative; padding-bottom: 3mm; border-bottom: .3mm solid #c9cdd2; }
      header p { text-transform: uppercase; letter-spacing: .09em; font-size: 7.4pt; color: #55595f; }
      h1 { font-size: 15pt; line-height: 1.2; font-weight: 600; max-width: 118mm; overflow-wrap: anywhere; }
      h1 small { font-weight: 400; font-size: 11pt; color: #55595f; }
      header #result { position: absolute; right: 0; top: -1mm; max-width: 46mm; padding: 1.2mm 3mm; line-height: 1.2; border: .7mm solid var(--tone); border-radius: 1mm; color: var(--tone); font-size: 10pt; font-weight: 700; text-align: center; letter-spacing: .04em; }
      dl { display: grid; grid-template-columns: 1fr 1fr; gap: .3mm 6mm; padding: 2.6mm 0; }
      dl div { display: flex; }
      dt { flex: none; width: 27mm; color: #55595f; }
      dd { overflow-wrap: anywhere; }
      table { width: 100%; border-collapse: collapse; margin-top: 1.6mm; }
      th { text-align: left; font-size: 7.4pt; font-weight: 600; color: #55595f; border-bottom: .3mm solid #16191d; padding: .6mm 1.5mm .6mm 0; }
      td { padding: .42mm 1.5mm .42mm 0; border-bottom: .15mm solid #dfe2e6; vertical-align: top; }
      td:nth-child(2), td:nth-child(3) { white-space: nowrap; }
      td:nth-child(3) { font-weight: 600; }
      td:nth-child(4) { max-width: 22mm; font-size: 7.4pt; }
      tr { break-inside: avoid; }
      tr.met td:nth-child(3) { color: #14663a; }
      tr.not-met td:nth-child(3), tr.not-met em { color: #a3221b; }
      tr.not-tested td:nth-child(3) { color: #8a6100; }
      tr.not-applicable td, tr.not-shown td { color: #6a6f76; }
      td em { font-size: 7.2pt; line-height: 1.2; display: inline-block; overflow-wrap: anywhere; }
      code { font: 7.2pt "DejaVu Sans Mono", Menlo, Consolas, monospace; color: #55595f; }
      h2 { font-size: 8.6pt; margin: 2.4mm 0 .5mm; color: var(--tone); }
      section#facts h2, section#remarks h2 { color: #16191d; }
      ul { padding-left: 4mm; }
      li { overflow-wrap: anywhere; }
      section#facts p { font-size: 7.2pt; overflow-wrap: anywhere; }
      section#facts i { color: #6a6f76; }
      footer { margin-top: 3mm; padding-top: 1.6mm; border-top: .3mm solid #c9cdd2; font-size: 7.4pt; color: #55595f; }
      footer #evidence-sha256 { color: #16191d; overflow-wrap: anywhere; }
      a { color: #1a4f9c; }
      @media screen and (max-width: 190mm) {
        main { width: auto; min-height: 0; margin: 0; padding: 5mm 4mm; }
        h1, header #result { max-width: none; }
        header #result { position: static; margin-top: 2mm; font-size: 10pt; }
        dl { grid-template-columns: 1fr; }
        td code { display: block; }
      }
      @media print { html { background: #fff; } main { width: auto; min-height: 0; margin: 0; padding: 3mm 0 0; } }
      """;

  private CertificateStyle() {}
}
