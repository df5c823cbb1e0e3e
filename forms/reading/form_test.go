package reading

import (
	"fmt"
	"html"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// formOf is a form in Word with such a body, and with its seal as given.
func formOf(t testing.TB, s Seal, body string) []byte {
	t.Helper()
	pieces, err := s.Pieces()
	if err != nil {
		t.Fatal(err)
	}
	var seal strings.Builder
	for i, piece := range pieces {
		fmt.Fprintf(&seal, `<property name="%s%d"><vt:lpwstr>%s</vt:lpwstr></property>`, SealName, i+1, piece)
	}
	return zipped(t, map[string]string{
		"docProps/custom.xml": `<Properties>` + seal.String() + `</Properties>`,
		"word/document.xml":   `<w:document><w:body>` + body + `</w:body></w:document>`,
	})
}

// filledIn is a row of a form: a label, and a control with what was written there.
func filledIn(tag, label, text string) string {
	return "<w:tr>" + tc(p(label)) + controlled(tag, tc(p(html.EscapeString(text)))) + "</w:tr>"
}

func controlled(tag, inside string) string {
	return `<w:sdt><w:sdtPr><w:tag w:val="` + tag + `"/></w:sdtPr><w:sdtContent>` + inside + `</w:sdtContent></w:sdt>`
}

// proposed is what a form in Word is read as.
func proposed(t *testing.T, s Seal, body string) Proposal {
	t.Helper()
	d, err := Read("form.docx", formOf(t, s, body))
	if err != nil {
		t.Fatal(err)
	}
	if d.Seal == nil {
		t.Fatal("it is not known for a form")
	}
	return d.Propose(norway(t))
}

// leftTexts are what found no place.
func (p Proposal) leftTexts() (all []string) {
	for _, l := range p.Left {
		all = append(all, l.Text)
	}
	return all
}

func TestWhatIsWrittenInAControlWithinAnotherIsSaidOnce(t *testing.T) {
	got := proposed(t, Seal{NCP: "BE"}, table("<w:tr>"+tc(p("Title"))+controlled("", controlled("r1.title",
		tc(p("Stay")+controlled("picture", p("safe"))+controlled("r1.costs", p("10 EUR")))))+"</w:tr>"))
	r := got.Content.Records[0]
	if diff := cmp.Diff([]string{"Stay\nsafe", "10 EUR"}, []string{r.Cells["title"].Text, r.Cells["costs"].Text}); diff != "" {
		t.Error(diff)
	}
}

// Each of these took the time or the memory of the machine once.
func TestAnAbsurdFormIsReadOrRefusedSoon(t *testing.T) {
	if testing.Short() {
		t.Skip("the detector of races is no clock")
	}
	pieces := `<property name="` + SealName + `1"><vt:lpwstr>` + strings.Repeat("aaaaaaaa<!---->", 200_000) + `</vt:lpwstr></property>`
	ours := make([]string, 200_000)
	for i := range ours {
		ours[i] = fmt.Sprintf("%x", i)
	}
	for _, c := range []struct {
		says string
		raw  []byte
		want string
	}{
		{"a paragraph without end", word(t, "<w:p>"+strings.Repeat("<w:r><w:t>"+strings.Repeat("y", 1<<20)+"</w:t></w:r>", 20)+"<w:tbl></w:t>"), "in parts"},
		{"a seal in a thousand snippets", zipped(t, map[string]string{"word/document.xml": "<w:document>" + p("a") + "</w:document>", "docProps/custom.xml": pieces}), ""},
		{"many lines, and many that are ours", formOf(t, Seal{Ours: ours}, table(filledIn("r1.title", "Title", "A"))+strings.Repeat(p("x"), 150_000)), ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			start := time.Now()
			d, err := Read("form.docx", c.raw)
			if err == nil {
				d.asForm(norway(t))
			}
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("it says %v, and nothing of %q", err, c.want)
			}
			if took := time.Since(start); took > 20*time.Second { // a second or two, on any machine
				t.Errorf("it took %v", took)
			}
		})
	}
}

func TestWhatAFormSaysTwiceIsNotLost(t *testing.T) {
	title, costs := filledIn("r1.title", "Title", "Stay safe"), filledIn("r1.costs", "Costs", "10 EUR")
	for _, c := range []struct {
		says, body string
		costs      string
		left       []string
	}{
		{"a row copied and emptied", table(title, costs, filledIn("r1.costs", "Costs", "")), "10 EUR", nil},
		{"a row copied, and only the copy filled in", table(title, filledIn("r1.costs", "Costs", Placeholder), costs), "10 EUR", nil},
		{"a row copied as it is", table(title, costs, costs), "10 EUR", nil},
		{"a row copied and changed", table(title, costs, filledIn("r1.costs", "Costs", "20 EUR")), "10 EUR", []string{"20 EUR"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			p := proposed(t, Seal{NCP: "BE", Ours: []string{PrintOf("Title"), PrintOf("Costs")}}, c.body)
			if r := p.Content.Records; len(r) != 1 || r[0].Cells["costs"].Text != c.costs {
				t.Errorf("%+v", r)
			}
			if diff := cmp.Diff(c.left, p.leftTexts()); diff != "" {
				t.Error(diff)
			}
		})
	}
	once := table(filledIn("once.contact", "Contact", "a@example.org"))
	p := proposed(t, Seal{NCP: "AT", Ours: []string{PrintOf("Contact")}}, once+p("")+table(filledIn("once.contact", "Contact", ""))+p("")+table(filledIn("once.contact", "Contact", "b@example.org")))
	if diff := cmp.Diff([]string{"a@example.org", "b@example.org"}, append([]string{p.Content.Answers["contact"].Text}, p.leftTexts()...)); diff != "" {
		t.Error(diff)
	}
}

func TestWordsThatAreNotUnderstoodAreLeftAndEmptyNothing(t *testing.T) {
	for _, c := range []struct {
		key, text string
		kept      string // of what it says: countries and status
		left      []string
	}{
		{CountriesKey, "MK, XK", "[MK XK]", nil},
		{CountriesKey, "MK, Kosovo; mk", "", []string{"MK, Kosovo; mk"}},
		{CountriesKey, "MK, Kosovo; MK", "[MK XK]", nil},
		{CountriesKey, "Macedonia & Kosovo", "[MK XK]", nil},
		{CountriesKey, "ZZ, QQ", "", []string{"ZZ, QQ"}},
		{CountriesKey, "several", "", []string{"several"}},
		{CountriesKey, "", "[]", nil},
		{StatusKey, "ongoing", "[] ongoing", nil},
		{StatusKey, "nearly over", "", []string{"nearly over"}},
		{StatusKey, "", "[]", nil},
		{VerdictKey("success"), "yes", "[]", nil},
		{VerdictKey("success"), "rather", "", []string{"rather"}},
		{SectionKey, "no such section", "", []string{"no such section"}},
	} {
		t.Run(c.key+" "+c.text, func(t *testing.T) {
			p := proposed(t, Seal{NCP: "BE", Ours: []string{PrintOf("Title"), PrintOf("Beside")}}, table(filledIn("r1.title", "Title", "Stay safe"), filledIn("r1."+c.key, "Beside", c.text)))
			r := p.Content.Records[0]
			kept := ""
			if _, found := p.Found["records[0]."+strings.TrimPrefix(c.key, "_")]; found {
				kept = strings.TrimSpace(fmt.Sprint(r.Countries, " ", r.Status))
			}
			if diff := cmp.Diff(c.kept, kept); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.left, p.leftTexts()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
