package handlers

import (
	"testing"
	"time"

	"ahq/models"
)

func TestTheOutboxSaysWhatBecameOfAMessage(t *testing.T) {
	at := time.Date(2017, 1, 19, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		what  string
		m     models.Message
		mails bool
		want  string
	}{
		{"no mail goes out", models.Message{}, false, "Only here"},
		{"it is to go out", models.Message{}, true, "Waiting"},
		{"it went out", models.Message{SentAt: &at}, true, "Sent"},
		{"it could not", models.Message{Failed: "no such host"}, true, "Failed, is tried again"},
		{"it never will", models.Message{Failed: "no such user", BouncedAt: &at}, true, "Did not arrive: call them"},
		{"it could, the second time", models.Message{SentAt: &at, Failed: ""}, true, "Sent"},
	} {
		if got := inEnglish(t, messageState(c.m, c.mails).Text); got != c.want {
			t.Errorf("%s: it is %q, not %q", c.what, got, c.want)
		}
	}
}
