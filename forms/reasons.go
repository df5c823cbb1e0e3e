package forms

import (
	"strings"
	"sync"
)

// wholeAnswers are the answers that only say why there is none, without the
// words that add nothing. A text that says more is an answer.
var wholeAnswers = map[Reason]string{
	NotApplicable: `n a, na, n ap, not applicable, non applicable, inapplicable, not relevant, irrelevant, does not apply, doesn't apply,
		not applicable here, sans objet, s o, ne s'applique pas, non pertinent, nicht zutreffend, trifft nicht zu, nicht anwendbar,
		nicht relevant, entfällt, niet van toepassing, nvt, n v t, ikke relevant, ikke aktuelt, ikke aktuel, ej aktuellt,
		inte aktuellt, ej tillämpligt, ej relevant, ei sovellu, no aplica, no se aplica, no procede, no aplicable, non pertinente,
		non applicabile, não aplicável, não se aplica, nie dotyczy, neaplikuje se, neuplatňuje sa, nem alkalmazható, nem releváns,
		nu se aplică, nu este cazul, ei kohaldu, nav attiecināms, netaikoma, ni relevantno, nije primjenjivo, δεν εφαρμόζεται,
		άνευ αντικειμένου, не е приложимо, неприложимо`,
	NoInformation: `no information, no info, no information available, information not available, no information exists,
		no data, no data available, data not available, not available, unavailable, unknown, not known, no answer, no reply, no response,
		no comment, no comments, no idea, no opinion, nothing to report, nothing to add, nothing to mention, nothing to declare,
		we have no information, we have no data, we do not have information, we do not have any information, no information on,
		we do not have data, we don't have data, we do not have any data, we do not have information available,
		we don't have information, we don't have any information, do not know, we do not know, don't know, we don't know, no knowledge,
		no information to report, no available information, no available data, no further information, no specific information,
		keine Angabe, keine Angaben, keine Angaben möglich, k A, keine Information, keine Informationen, keine Daten, keine Daten verfügbar,
		keine Informationen verfügbar, keine Daten vorhanden, nicht verfügbar, nicht bekannt, unbekannt,
		pas d'information, pas d'informations, aucune information, aucune donnée, pas de données, pas de données disponibles,
		pas d'informations disponibles, aucune information disponible, aucune donnée disponible, néant, rien à signaler, inconnu, non disponible,
		geen informatie, geen informatie beschikbaar, geen gegevens, geen gegevens beschikbaar, niet beschikbaar, onbekend, niet bekend,
		ikke kjent, ukjent, ukendt, okänt, ikke tilgjengelig, ikke tilgængelig, ikke oplyst, ikke opplyst, uppgift saknas, uppgifter saknas,
		ingen uppgift, ingen uppgifter, ej tillgänglig, ingen data, ingen opplysninger, ingen oplysninger, ingen information, ingen informasjon,
		ei tietoa, ei tiedossa, ei saatavilla, tietoja ei ole, sin información, sin datos, no disponible, no hay información, no hay datos,
		nessuna informazione, nessun dato, non disponibile, dato non disponibile, sem informação, sem dados, não disponível,
		brak informacji, brak danych, nie wiadomo, n d, nd, není k dispozici, nejsou k dispozici, bez údajů, nie je k dispozícii, bez údajov,
		nincs adat, nincs információ, nem ismert, nu există informații, nu există date, fără date, nav datu, nav informācijas, nav zināms,
		nėra duomenų, nėra informacijos, info puudub, andmed puuduvad, teave puudub, ni podatka, ni podatkov, ni na voljo, nema podataka,
		δεν υπάρχουν στοιχεία, δεν υπάρχουν πληροφορίες, няма данни, няма информация`,
	NotYet: `not yet, not yet available, not available yet, not yet known, not known yet, not yet determined, not determined yet,
		not yet decided, not decided yet, to be determined, to be decided, to be confirmed, to be announced, to be defined, to be provided,
		no information yet, no data yet, will follow, to follow, will be provided later, pending,
		tbd, tba, tbc, tbd later, noch nicht, noch nicht bekannt, noch nicht verfügbar, noch offen, wird nachgereicht,
		pas encore, pas encore disponible, pas encore connu, à déterminer, à confirmer, nog niet, nog niet bekend, nog niet beschikbaar,
		nog te bepalen, ikke ennå, ennå ikke, ikke endnu, endnu ikke, inte än, ännu inte, ej ännu, ei vielä, todavía no, aún no, non ancora,
		ainda não, jeszcze nie, zatím ne, zatiaľ nie, még nem, încă nu, vēl nē, dar ne, veel mitte, še ne, još ne, όχι ακόμα, όχι ακόμη, още не`,
	NotDisclosed: `confidential, not disclosed, undisclosed, classified, not public, restricted, cannot be disclosed, can not be disclosed,
		can't be disclosed, information confidential, not to be disclosed, no disclosure, not for disclosure, not for publication,
		not publicly available, confidential information, classified information, restricted information, strictly confidential,
		vertraulich, confidentiel, vertrouwelijk, fortrolig, konfidensielt, konfidentiellt, sekretess, luottamuksellinen, salainen,
		confidencial, riservato, poufne, informacje niejawne, důvěrné, dôverné, bizalmas, konfidențial, konfidenciāli, konfidencialu,
		konfidentsiaalne, zaupno, povjerljivo, εμπιστευτικό, поверително`,
}

// blanks are the signs that stand for an empty answer: "/", "-", "/.".
const blanks = `/\|-–—−_.…·`

// fillers may stand round such an answer: "This information is not available at present."
var fillers = map[string]bool{
	"this": true, "is": true, "it": true, "the": true, "that": true, "are": true, "question": true, "here": true,
	"at": true, "present": true, "moment": true, "time": true, "stage": true, "point": true, "currently": true, "unfortunately": true, "sorry": true,
}

var reasonPhrases = sync.OnceValue(func() *phrases[Reason] {
	known := &phrases[Reason]{}
	for reason, list := range wholeAnswers {
		known.addAll(list, reason)
	}
	return known
})

// reasonOf is the reason that a text gives and nothing else, if it does.
func reasonOf(text string) Reason {
	found := words(text)
	told := found[:0]
	for _, w := range found {
		if !fillers[w.text] {
			told = append(told, w)
		}
	}
	reason, taken := reasonPhrases().at(told)
	if taken < len(told) {
		return ""
	}
	return reason
}

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
	if before, same, bracket := strings.Cut(text, "("); bracket && reasonOf(before) == reasonOf(same) {
		text = before // "N/A (not applicable)"
	}
	return reasonOf(text)
}
