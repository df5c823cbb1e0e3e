package models_test

import (
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"

	"ahq/models"
	"ahq/models/modelstest"
)

var _ scs.CtxStore = models.Sessions{}

func TestSessionsAreKeptUntilTheyExpire(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		sessions := store.Sessions()
		keep := func(token, data string, expiry time.Time) {
			t.Helper()
			if err := sessions.Commit(token, []byte(data), expiry); err != nil {
				t.Fatal(err)
			}
		}
		soon, past := time.Now().Add(time.Hour).In(time.FixedZone("", 7200)), time.Now().Add(-time.Second)
		keep("lasting", "first", soon)
		keep("lasting", "second \x00\xff", soon)
		keep("ended", "data", soon)
		keep("ended", "data", past)
		keep("left", "data", soon)
		if err := sessions.Delete("left"); err != nil {
			t.Fatal(err)
		}
		if err := sessions.Delete("unknown"); err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"lasting": "second \x00\xff", "ended": "", "left": "", "unknown": ""}
		for range 2 {
			for token, data := range want {
				got, found, err := sessions.Find(token)
				if err != nil || string(got) != data || found != (data != "") {
					t.Errorf("%s: %q, %v, %v", token, got, found, err)
				}
			}
			if err := sessions.Clean(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
	})
}
