package forms

import (
	"strings"
	"sync"
)

// wholeAnswers are the answers that only say why there is none. A text that
// says more is an answer.
var wholeAnswers = map[Reason]string{
	NotApplicable: `n a, na, not applicable, non applicable, not relevant, irrelevant, does not apply, not applicable here,
		sans objet, ne s'applique pas, non pertinent, nicht zutreffend, nicht anwendbar, nicht relevant, entfällt,
		niet van toepassing, nvt, n v t, ikke relevant, ikke aktuelt, ikke aktuel, ej aktuellt, ej tillämpligt, ej relevant,
		ei sovellu, no aplica, no procede, non applicabile, não aplicável, nie dotyczy, neaplikuje se, nem alkalmazható`,
	NoInformation: `no information, no info, no information available, no information is available, information not available,
		no data, no data available, not available, unavailable, unknown, not known, no answer, no reply, no response,
		we have no information, we do not have information, we do not have any information, no information on this,
		we don't have information, we don't have any information, do not know, we do not know, don't know, no knowledge,
		no information to report, no available information, no available data,
		keine Angabe, keine Angaben, k A, keine Information, keine Informationen, nicht bekannt, unbekannt,
		pas d'information, pas d'informations, aucune information, aucune donnée, pas de données, inconnu, non disponible,
		geen informatie, geen informatie beschikbaar, geen gegevens, onbekend, niet bekend, ikke kjent, ukjent, ukendt, okänt,
		ingen opplysninger, ingen oplysninger, ingen information, ingen informasjon, ei tietoa,
		sin información, nessuna informazione, sem informação, brak informacji, brak danych`,
	NotYet: `not yet, not yet available, not available yet, not yet known, not known yet, not yet determined, not determined yet,
		not yet decided, not decided yet, to be determined, to be decided, to be confirmed, to be announced, to be defined,
		tbd, tba, tbc, tbd later, noch nicht, noch nicht bekannt, noch offen, pas encore, pas encore disponible, à déterminer,
		nog niet, nog niet bekend, nog te bepalen, ikke ennå, ikke endnu, inte än, ej ännu, ei vielä`,
	NotDisclosed: `confidential, not disclosed, undisclosed, classified, not public, restricted, cannot be disclosed,
		this information is confidential, the information is confidential, not to be disclosed, no disclosure,
		vertraulich, confidentiel, vertrouwelijk, fortrolig, konfidensielt, konfidentiellt, luottamuksellinen, confidencial`,
}

// blanks are the signs that stand for an empty answer: "/", "-", "/.".
const blanks = `/\|-–—−_.…·`

var reasonOf = sync.OnceValue(func() map[string]Reason {
	known := map[string]Reason{}
	for reason, list := range wholeAnswers {
		for answer := range strings.SplitSeq(list, ",") {
			known[folded(answer)] = reason
		}
	}
	return known
})

// longestReason bounds what is looked at: whoever writes more gives an answer.
const longestReason = 80

// readReason reads a whole answer that says why there is none; "" when the text
// says more, or nothing at all.
func readReason(raw string) Reason {
	if len(raw) > 4*longestReason {
		return ""
	}
	text := strings.TrimSpace(raw)
	if text == "" || len(text) > longestReason {
		return ""
	}
	if strings.Trim(text, blanks+" ") == "" {
		return NoInformation
	}
	return reasonOf()[folded(text)]
}
