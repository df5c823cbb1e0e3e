package workflow

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// saidIn is every text that a person wrote into a version, and where it stands.
func saidIn(v models.Version) iter.Seq2[string, string] {
	return saidInContent(v.Organisations, v.Content)
}

func saidInContent(organisations []string, c forms.Content) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, o := range organisations {
			if !yield("an organisation", o) {
				return
			}
		}
		for place, text := range saidInAnswers("", c.Answers) {
			if !yield(place, text) {
				return
			}
		}
		for _, r := range c.Records {
			for place, text := range saidInRecord(r) {
				if !yield(place, text) {
					return
				}
			}
		}
	}
}

func saidInRecord(r forms.Record) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if !yield(r.ID+" heading", r.Heading) {
			return
		}
		for _, answers := range []map[string]forms.Answer{{"note": r.Note}, r.Cells} {
			for place, text := range saidInAnswers(r.ID+" ", answers) {
				if !yield(place, text) {
					return
				}
			}
		}
	}
}

// saidInAnswers is their texts, and what was confirmed of them in words.
func saidInAnswers(of string, answers map[string]forms.Answer) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, question := range slices.Sorted(maps.Keys(answers)) {
			a := answers[question]
			if !yield(of+question, a.Text) {
				return
			}
			for _, text := range confirmedIn(a) {
				if !yield(of+question+", confirmed", text) {
					return
				}
			}
		}
	}
}

// confirmedIn is the words given for warnings, and corrections that are lists of
// words.
func confirmedIn(a forms.Answer) []string {
	if a.Confirmed == nil {
		return nil
	}
	var texts []string
	for _, rule := range slices.Sorted(maps.Keys(a.Confirmed.Warnings)) {
		texts = append(texts, a.Confirmed.Warnings[rule])
	}
	if c := a.Confirmed.Reading; c != nil {
		for _, list := range []*[]string{c.Links, c.Languages, c.Emails} {
			if list != nil {
				texts = append(texts, *list...)
			}
		}
	}
	return texts
}

// unnumbered is a text as it is printed where a list gets numbers of its own; ""
// where that takes no word away.
func unnumbered(text string) string {
	if !strings.Contains(text, "2.") || !strings.Contains(text, "\n") {
		return ""
	}
	var b strings.Builder
	numbers := false
	line := func(t document.Text) {
		for _, s := range t {
			b.WriteString(s.Text)
		}
		b.WriteByte('\n')
	}
	for _, block := range blocksOf(text) {
		switch block := block.(type) {
		case document.Paragraph:
			line(block.Text)
		case document.List:
			numbers = numbers || block.Ordered
			for _, item := range block.Items {
				line(item)
			}
		}
	}
	if !numbers {
		return ""
	}
	return b.String()
}

// addressesIn are the links and mail addresses in a text, as they are compared:
// whether or not a scheme, www. or a slash at the end stands there.
func addressesIn(text string) []string {
	var all []string
	if strings.IndexByte(text, '.') < 0 {
		return nil
	}
	for _, link := range forms.LinksIn(text) {
		if strings.Contains(link, ".") && link[0] != '@' {
			all = append(all, bareAddress(link))
		}
	}
	if strings.IndexByte(text, '@') < 0 {
		return all
	}
	for word := range strings.FieldsFuncSeq(text, notInMail) {
		if at := strings.IndexByte(word, '@'); at > 0 && strings.Contains(word[at:], ".") {
			all = append(all, strings.ToLower(strings.Trim(word, ".-")))
		}
	}
	return all
}

func bareAddress(link string) string {
	link = strings.ToLower(link)
	if _, rest, ok := strings.Cut(link, "://"); ok {
		link = rest
	}
	return strings.TrimRight(strings.TrimPrefix(link, "www."), "/")
}

func notInMail(r rune) bool {
	return r < 0x80 && !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("@._%+-", r))
}
