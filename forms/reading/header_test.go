package reading

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBelgiumSaysWhatItAnswers(t *testing.T) {
	_, p := belgium(t)
	want := Header{
		Topic:     "information campaigns using social media in countries of origin or in transit for BE, FI, DE, IT, and NL",
		Requester: "NO", Requested: "2016-12-16", ReplyBy: "2017-01-23", Compiled: "2017-03-01", Dissemination: "OPEN",
		Respondents: []string{"AT", "BE", "DK", "FI", "FR", "DE", "IT", "NL", "NO"}, Total: 9, By: "BE",
		Questions: []string{"links", "success", "evaluation", "reception", "lessons", "contact"},
	}
	if diff := cmp.Diff(want, p.Header); diff != "" {
		t.Error(diff)
	}
	if p.Content.NCP != "BE" {
		t.Errorf("it is of %q", p.Content.NCP)
	}
}

func TestHeadersAreReadInOtherWords(t *testing.T) {
	d, err := Text([]byte("EMN Ad-Hoc Query on Online applications\nfor permits\nRequested by COM on 3 May 2019\nDissemination: Limited\nResponses from Ireland, The Netherlands (2 in Total)\nMember State: Ireland\n\nTitle of the campaign\tA\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Header{
		Topic: "Online applications for permits", Requester: "COM", Requested: "2019-05-03", Dissemination: "Limited",
		Respondents: []string{"IE", "NL"}, Total: 2, By: "IE",
	}
	if diff := cmp.Diff(want, d.Propose(norway(t)).Header); diff != "" {
		t.Error(diff)
	}
}
