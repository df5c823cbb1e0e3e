package api_test

import (
	"testing"

	"ahq/handlers/api"
)

func TestATokenIsShownOnceAndRevoked(t *testing.T) {
	each(t, func(w *world) {
		belgium := w.as(belgian)
		made := as[api.MadeToken](belgium.with("Idempotency-Key", "token").post("/tokens", `{"name": "a program", "days": 7}`).want(201))
		w.tokens["a program"] = made.Secret
		w.as("a program").get("/me").want(200).says(belgian)
		again := as[api.MadeToken](belgium.with("Idempotency-Key", "token").post("/tokens", `{"name": "a program", "days": 7}`).want(201))
		if again.ID != made.ID || again.Secret != "" || made.ExpiresAt.Sub(made.CreatedAt).Hours() != 7*24 {
			t.Errorf("made %+v, then %+v", made.Token, again)
		}
		belgium.get("/tokens").want(200).says(string(made.ID)).silent(made.Secret).silent("hash")
		w.as("the Austrian coordinator").get("/tokens").want(200).silent(string(made.ID))
		w.as("the Austrian coordinator").send("DELETE", "/tokens/"+string(made.ID), "").want(404)
		for range 2 {
			belgium.send("DELETE", "/tokens/"+string(made.ID), "").want(204)
		}
		w.as("a program").get("/me").want(401).says("revoked")
		belgium.get("/tokens").want(200).says("revoked_at")
	})
}
