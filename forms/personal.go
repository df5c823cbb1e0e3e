package forms

import "strings"

// personalData says what in a text points to a person, in words: "an e-mail
// address and a phone number"; "" when nothing does.
func personalData(raw string) string {
	var kinds []string
	if len(readEmails(raw).Emails.Emails) > 0 {
		kinds = append(kinds, "an e-mail address")
	}
	found := words(raw)
	for _, sign := range personalSigns {
		if sign.stands(raw, found) {
			kinds = append(kinds, sign.kind)
		}
	}
	return inWords(kinds)
}

// personalSigns are looked for in this order.
var personalSigns = []struct {
	kind   string
	stands func(raw string, found []word) bool
}{
	{"a postal address", hasAddress},
	{"a phone number", hasPhone},
	{"a name with a title", hasTitledName},
}

// inWords lists things as a sentence does: "a, b and c".
func inWords(things []string) string {
	last := len(things) - 1
	if last < 1 {
		return strings.Join(things, "")
	}
	return strings.Join(things[:last], ", ") + " and " + things[last]
}

// titles as they are written before a name; "MS" is a Member State.
var titles = map[string]bool{
	"Mr": true, "Mrs": true, "Ms": true, "Miss": true, "Dr": true, "Prof": true, "Sir": true,
	"Mme": true, "Mlle": true, "Madame": true, "Monsieur": true, "Herr": true, "Frau": true, "Hr": true, "Herrn": true,
	"Dhr": true, "Mevr": true, "Mevrouw": true, "Mw": true, "Meneer": true, "Sig": true, "Signora": true, "Sra": true,
}

func hasTitledName(raw string, found []word) bool {
	for i := range len(found) - 1 {
		title, name := found[i], found[i+1]
		if classes[raw[title.start]] != large {
			continue
		}
		if titles[raw[title.start:title.end]] && isName(raw, name) && strings.Trim(raw[title.end:name.start], ". \u00a0") == "" {
			return true
		}
	}
	return false
}

func isName(raw string, w word) bool {
	return capital(raw, w.start) && len(w.text) > 1
}

// phoneCues stand before a number that is one to call, where it has no "+".
var phoneCues = map[string]bool{
	"tel": true, "telephone": true, "phone": true, "mobile": true, "mob": true, "fax": true, "gsm": true, "hotline": true,
	"helpline": true, "telefon": true, "telefoon": true, "tlf": true, "puh": true, "handy": true, "portable": true, "whatsapp": true,
}

// hasPhone finds "+99532 2 91 34 6", "0032 2 793 80 00" and "Tel.: 02/793.80.00".
func hasPhone(raw string, found []word) bool {
	for i := 0; i < len(found); i++ {
		w := found[i]
		if c := w.text[0]; c < '0' || c > '9' {
			continue
		}
		digits, groups, last := dial(raw, found[i:])
		plus := w.start > 0 && raw[w.start-1] == '+'
		cued := i > 0 && phoneCues[found[i-1].text] && w.start-found[i-1].end <= 6
		abroad := len(w.text) > 2 && w.text[:2] == "00" && digits >= 10
		switch {
		case digits > 15:
		case cued && digits >= 6, abroad, plus && digits >= 8 && (digits >= 10 || !groups):
			return true
		}
		i += last
	}
	return false
}

// dial counts the digits that are dialled together, says whether they are
// grouped like thousands, and how many words they take beyond the first.
func dial(raw string, found []word) (digits int, thousands bool, more int) {
	thousands = true
	for i, w := range found {
		if strings.Trim(w.text, "0123456789") != "" {
			break
		}
		digits += len(w.text)
		thousands = thousands && (i == 0 || len(w.text) == 3)
		more = i
		if i+1 == len(found) || !dialled(raw[w.end:found[i+1].start]) {
			break
		}
	}
	return digits, thousands && more > 0, more
}

func dialled(between string) bool {
	return len(between) <= 3 && strings.Trim(between, " -./()\u00a0") == ""
}
