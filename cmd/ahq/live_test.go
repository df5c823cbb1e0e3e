package main

import (
	"bufio"
	"net/http"
	"testing"
	"time"
)

// Pages listen for as long as they are open. Who stops the server does not wait
// for them.
func TestAServerStopsThoughPagesListen(t *testing.T) {
	d := startDemo(t)
	for _, email := range []string{"coordinator.fi@example.org", "coordinator.be@example.org"} {
		compiler := signIn(t, d.url, "compiler@example.org", everybodysPassword)
		ahq := compiler.get("/").link(t, "/ahqs/", "")
		edition := compiler.send(compiler.get(ahq+"/compile"), ahq+"/compile", map[string]string{"audience": "internal", "early": "for a test"})
		for range 10 {
			compiler.listens(edition.path + "/live")
		}
		v := signIn(t, d.url, email, everybodysPassword)
		address := v.get("/").link(t, "/responses/") + "/live"
		for range 20 {
			v.listens(address)
		}
	}
	v := signIn(t, d.url, "coordinator.fi@example.org", everybodysPassword)
	if answer, err := v.client.Get(v.base + v.get("/").link(t, "/responses/") + "/live"); err != nil || answer.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a person's 21st page listens too: %v", err)
	}
	began := time.Now()
	if code := d.stop(t); code != exitWell {
		t.Errorf("it ended with %d", code)
	}
	if took := time.Since(began); took > 10*time.Second { // it gives requests fifteen
		t.Errorf("it took %v to stop", took)
	}
}

// listens opens a line, and waits until something is said on it.
func (v *visitor) listens(address string) {
	v.t.Helper()
	answer, err := v.client.Get(v.base + address)
	if err != nil {
		v.t.Fatal(err)
	}
	v.t.Cleanup(func() { _ = answer.Body.Close() })
	if line, err := bufio.NewReader(answer.Body).ReadString('\n'); err != nil || answer.StatusCode != http.StatusOK {
		v.t.Fatalf("listening at %s: %d %q %v", address, answer.StatusCode, line, err)
	}
}
