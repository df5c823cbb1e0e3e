package seeds

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
)

// respondents are all that answer Norway in this world, in the order of the page.
var respondents = strings.Fields("AT BE DK FI FR DE IT NL NO")

func TestEveryRespondentHasAContent(t *testing.T) {
	for _, ncp := range respondents {
		content := must(Sample(ncp))(t)
		if content.NCP != ncp || content.Questionnaire != "norway-2016" {
			t.Errorf("%s: answers %q for %q", ncp, content.Questionnaire, content.NCP)
		}
		if len(content.Records) == 0 {
			t.Errorf("%s: has no campaigns", ncp)
		}
	}
}

func TestSamplesSayThatTheyAreSamples(t *testing.T) {
	for _, ncp := range respondents {
		if ncp == "BE" {
			continue
		}
		for _, record := range must(Sample(ncp))(t).Records {
			if !strings.HasPrefix(record.Cells["objectives"].Text, "Sample answer: ") {
				t.Errorf("%s %s does not say that it is a sample", ncp, record.ID)
			}
		}
	}
	for _, older := range must(Older())(t) {
		for _, content := range older.Responses {
			if !strings.Contains(texts(content), "Sample answer: ") {
				t.Errorf("%s does not say that it is a sample", content.NCP)
			}
		}
	}
}

func TestAMisspeltMemberIsRefused(t *testing.T) {
	if _, err := load[Participant]("ahq"); err == nil {
		t.Error("an AHQ was taken for a participant")
	}
	if _, err := Sample("XX"); err == nil {
		t.Error("an NCP without a sample has one")
	}
}

func TestParticipantsComeAndGo(t *testing.T) {
	for _, c := range []struct {
		day       string
		members   int
		observers string
	}{
		{"2013-06-30", 26, "NO"},
		{"2013-07-01", 27, "NO"}, // Croatia
		{"2016-12-16", 27, "NO"},
		{"2020-01-31", 27, "NO"},
		{"2020-02-01", 26, "NO"}, // without the United Kingdom
		{"2021-04-01", 26, "NO GE MD"},
		{"2025-01-01", 26, "NO GE MD UA ME AM RS MK"},
	} {
		present := on(c.day, must(Participants())(t))
		if got := len(present[models.Member]); got != c.members {
			t.Errorf("%s: %d members, want %d", c.day, got, c.members)
		}
		if got := strings.Join(present[models.Observer], " "); got != c.observers {
			t.Errorf("%s: observers %s, want %s", c.day, got, c.observers)
		}
		if !slices.Equal(present[models.Invited], []string{"DK"}) || !slices.Equal(present[models.Commission], []string{"COM"}) {
			t.Errorf("%s: Denmark is invited, and the Commission takes part: %v", c.day, present)
		}
	}
}

func TestThoseAskedTookPartThen(t *testing.T) {
	ahqs := []AHQ{must(Norway())(t)}
	for _, older := range must(Older())(t) {
		ahqs = append(ahqs, older.AHQ)
	}
	for _, ahq := range ahqs {
		present := slices.Concat(slices.Collect(maps.Values(on(ahq.Requested, must(Participants())(t))))...)
		for _, ncp := range append(ahq.Selected, ahq.Requester) {
			if !slices.Contains(present, ncp) {
				t.Errorf("%s: %s took no part on %s", ahq.Topic, ncp, ahq.Requested)
			}
		}
		if !(ahq.Requested < ahq.ReplyBy && ahq.ReplyBy < ahq.Compiled) {
			t.Errorf("%s: asked %s, reply by %s, compiled %s", ahq.Topic, ahq.Requested, ahq.ReplyBy, ahq.Compiled)
		}
		if ahq.Background == "" || !slices.Contains([]models.Dissemination{models.OpenDissemination, models.EMNOnly}, ahq.Dissemination) {
			t.Errorf("%s: no background, or disseminated %q", ahq.Topic, ahq.Dissemination)
		}
	}
}

// on is who takes part on a day, by what they are to the network.
func on(day string, participants []Participant) map[models.Participation][]string {
	present := map[models.Participation][]string{}
	for _, p := range participants {
		if p.From <= day && (p.Until == "" || day <= p.Until) {
			present[p.Role] = append(present[p.Role], p.Code)
		}
	}
	return present
}

// texts is all that was typed into a content.
func texts(content forms.Content) string {
	var all strings.Builder
	for _, answer := range content.Answers {
		all.WriteString(answer.Text + "\n")
	}
	for _, record := range content.Records {
		all.WriteString(record.Note.Text + "\n")
		for _, answer := range record.Cells {
			all.WriteString(answer.Text + "\n")
		}
	}
	return all.String()
}

// must is for seeds that a test cannot do without.
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
