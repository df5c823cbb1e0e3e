package forms

import "strings"

// streets are the words that a street is called by: before its name in some
// languages, behind it in others, and in some the end of one word with it.
var (
	streetsBefore = map[string]bool{
		"rue": true, "avenue": true, "av": true, "boulevard": true, "bd": true, "chaussee": true, "place": true, "allee": true, "quai": true,
		"via": true, "piazza": true, "viale": true, "calle": true, "avenida": true, "rua": true, "plaza": true, "ul": true, "ulica": true,
		"strada": true, "bulevardul": true, "utca": true,
	}
	streetsBehind = map[string]bool{
		"street": true, "st": true, "road": true, "rd": true, "avenue": true, "lane": true, "drive": true, "square": true, "boulevard": true,
		"way": true, "gardens": true, "terrace": true,
	}
	streetEnds = []string{"strasse", "str", "straat", "laan", "gasse", "gatan", "gata", "veien", "vegen", "gade", "vej", "katu", "tie", "plein", "platz", "steenweg", "ring"}
	particles  = map[string]bool{
		"de": true, "du": true, "des": true, "la": true, "le": true, "les": true, "l": true, "d": true, "van": true, "der": true,
		"den": true, "het": true, "del": true, "di": true, "da": true, "do": true, "dos": true,
	}
	boxes = map[string]bool{"box": true, "postbus": true, "postfach": true, "postboks": true, "postboks nr": true}
)

// longestStreet is how many words the name of a street has at most.
const longestStreet = 6

// hasAddress finds a house number beside a street, a box, or a postcode with
// the letter of its country. It is conservative: "25 street fairs" is none.
func hasAddress(raw string, found []word) bool {
	for i, w := range found {
		if !houseNumber(w.text) {
			continue
		}
		if numberBehind(raw, found[:i]) || numberBefore(raw, found[i+1:]) || postcode(raw, found, i) {
			return true
		}
	}
	return false
}

func houseNumber(text string) bool {
	if text[0] < '0' || text[0] > '9' || len(text) > 5 {
		return false
	}
	return strings.Trim(strings.TrimRight(text, "abcdef"), "0123456789") == ""
}

// numberBehind: "Rue de la Loi 155", "Friedrichstraße 12", "P.O. Box 7".
func numberBehind(raw string, before []word) bool {
	for back := 1; back <= longestStreet && back <= len(before); back++ {
		w := before[len(before)-back]
		if w.gap&(stopGap|lineGap) != 0 && w.gap&pauseGap == 0 && back == 1 && w.text != "box" {
			return false
		}
		named := isName(raw, w)
		switch {
		case back == 1 && named && (streetEnd(w.text) || boxes[w.text]):
			return true
		case back > 1 && streetsBefore[w.text] && isName(raw, before[len(before)-1]):
			return true
		case !named && !particles[w.text]:
			return false
		}
	}
	return false
}

func streetEnd(text string) bool {
	for _, end := range streetEnds {
		if strings.HasSuffix(text, end) && len(text) > len(end)+2 {
			return true
		}
	}
	return false
}

// numberBefore: "12 High Street", "155, rue de la Loi".
func numberBefore(raw string, after []word) bool {
	if len(after) > 2 && streetsBefore[after[0].text] && (particles[after[1].text] || isName(raw, after[1])) {
		return after[0].gap == 0
	}
	for i := range min(len(after), longestStreet) {
		switch {
		case !isName(raw, after[i]), i > 0 && after[i-1].gap != 0:
			return false
		case i > 0 && streetsBehind[after[i].text]:
			return true
		}
	}
	return false
}

// postcode: "B-1000 Brussels".
func postcode(raw string, found []word, at int) bool {
	if at == 0 || at+1 == len(found) || len(found[at].text) < 4 {
		return false
	}
	country, code, town := found[at-1], found[at], found[at+1]
	return raw[country.end:code.start] == "-" && len(country.text) <= 2 && capital(raw, country.start) &&
		code.gap == 0 && isName(raw, town)
}
