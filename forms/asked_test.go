package forms

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func idsOf(questions []Question) string {
	var ids []string
	for _, q := range questions {
		ids = append(ids, q.ID)
	}
	return strings.Join(ids, " ")
}

func TestWhatIsAskedFollowsTheAnswers(t *testing.T) {
	const always, whoHas = "online applications identity office", "online permits since address set-up applications identity evaluated office"
	for _, c := range []struct{ about, online, want string }{
		{"nothing is known yet", "", always},
		{"no service", "No, on paper only", "online plans applications identity office"},
		{"a service", "Yes, since spring", whoHas},
		{"no sense can be made of it", "Blue", always},
	} {
		asked := compiled(t, "online-applications").Asked("FI", map[string]Answer{"online": {Text: c.online}})
		if got := idsOf(asked); got != c.want {
			t.Errorf("%s: asked %s, not %s", c.about, got, c.want)
		}
	}
}

func TestAConditionOnWhatIsNotAskedFails(t *testing.T) {
	q, err := ParseQuestionnaire([]byte(plainDefinition))
	if err != nil {
		t.Fatal(err)
	}
	f, err := Compile(q)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ ncp, any, which, want string }{
		{"AT", "yes, by survey", "b", "any which why-b"},
		{"AT", "no", "b", "any"},
		{"BE", "yes, by survey", "B", "any which"},
		{"AT", "yes, by survey", "a", "any which"},
	} {
		if got := idsOf(f.Asked(c.ncp, map[string]Answer{"any": {Text: c.any}, "which": {Text: c.which}})); got != c.want {
			t.Errorf("%+v: asked %s", c, got)
		}
	}
}

func TestGroups(t *testing.T) {
	f := compiled(t, "norway-2016")
	var got []string
	for _, g := range f.Groups(Record{Section: "inland"}, "BE") {
		got = append(got, g.By+" "+g.Title+": "+idsOf(g.Questions))
	}
	want := []string{
		" Information and awareness raising campaigns: title period costs audience partners objectives channels effectiveness",
		"NO Additional questions from Norway: links success evaluation reception lessons"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if f.Groups(Record{Section: "sea"}, "BE") != nil {
		t.Error("an unknown section asks something")
	}
}

func TestQuestion(t *testing.T) {
	f := compiled(t, "norway-2016")
	for _, c := range []struct {
		section, id string
		want        bool
	}{
		{"", "contact", true}, {"origin", "costs", true}, {"inland", "lessons", true},
		{"origin", "contact", false}, {"", "costs", false}, {"sea", "costs", false},
	} {
		if q, ok := f.Question(c.section, c.id); ok != c.want || ok && q.ID != c.id {
			t.Errorf("%q %q: %v %v", c.section, c.id, q.ID, ok)
		}
	}
}

func TestProgress(t *testing.T) {
	f := compiled(t, "norway-2016")
	for _, c := range []struct {
		about     string
		record    Record
		done, all int
	}{
		{"nothing", Record{Section: "origin"}, 0, 13},
		{"all", sheetOfCells{}.record(1), 13, 13},
		{"a text, a reason and a blank", Record{Section: "origin", Cells: map[string]Answer{
			"costs": {Text: "5 EUR"}, "links": {Reason: NotYet}, "title": {Text: " "}}}, 2, 13},
		{"of an unknown section", Record{Section: "sea"}, 0, 0},
	} {
		if done, all := f.Progress(c.record, "BE"); done != c.done || all != c.all {
			t.Errorf("%s: %d of %d", c.about, done, all)
		}
	}
}
