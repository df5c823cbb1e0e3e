package forms

import "testing"

func TestStarted(t *testing.T) {
	for _, test := range []struct {
		status Status
		note   string
		want   bool
	}{
		{"", "", true},
		{Planned, "", false},
		{Ongoing, "", true},
		{Suspended, "", true},
		{Finished, "", true},
		{"", "Please note that it hasn’t started yet", false},
		{"", "The campaign has not begun.", false},
		{"", "It has not yet been launched", false},
		{"", "The campaign is under preparation", false},
		{"", "It is yet to start", false},
		{"", "The campaign will start in spring", false},
		{Ongoing, "The campaign has not started yet", false},
		{"", "La campagne n’a pas encore commencé", false},
		{"", "Die Kampagne hat noch nicht begonnen", false},
		{"", "De campagne is nog niet gestart", false},
		{"", "These answers are those of the previous campaign, which it continues", true},
		{"", "It started late, not all went well", true},
		{"", "The campaign is finished. A new campaign will start next year", true},
		{"", "The previous campaign is over; this one has not started", false},
	} {
		if got := readStarted(test.status, test.note).Started; got != test.want {
			t.Errorf("%s %q: started %v", test.status, test.note, got)
		}
	}
}

func FuzzStarted(f *testing.F) {
	f.Add("it hasn’t started")
	f.Add("not\nnot started.")
	f.Fuzz(func(t *testing.T, note string) {
		if readStarted(Planned, note).Started {
			t.Errorf("%q: what is planned has started", note)
		}
	})
}
