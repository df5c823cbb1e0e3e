package workflow

import (
	"errors"
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestWhereAHookMayLead(t *testing.T) {
	const public, any, never = "public", "any", "never"
	for raw, may := range map[string]string{
		"https://receiver.example/ahq":          public,
		" https://receiver.example:8443/?a=b ":  public,
		"https://93.184.216.34/":                public,
		"https://[2606:2800:220:1::1]/":         public,
		"https://1.example/":                    public,
		"http://receiver.example/":              any,
		"https://localhost/":                    any,
		"https://ahq.localhost./":               any,
		"https://printer.local/":                any,
		"https://db.internal/":                  any,
		"https://127.0.0.1/":                    any,
		"https://10.1.2.3/":                     any,
		"https://172.16.0.1/":                   any,
		"https://192.168.1.1/":                  any,
		"https://169.254.169.254/latest":        any,
		"https://224.0.0.1/":                    any,
		"https://0.0.0.0/":                      any,
		"https://255.255.255.255/":              any,
		"https://[::]/":                         any,
		"https://[::1]/":                        any,
		"https://[::ffff:127.0.0.1]/":           any,
		"https://[::ffff:7f00:1]/":              any,
		"https://[fe80::1]/":                    any,
		"https://[fd00:ec2::254]/":              any,
		"https://[ff02::1]/":                    any,
		"https://2130706433/":                   any,
		"https://0x7f000001/":                   any,
		"https://017700000001/":                 any,
		"https://0177.0.0.1/":                   any,
		"https://127.1/":                        any,
		"ftp://receiver.example/":               never,
		"file:///etc/passwd":                    never,
		"javascript:alert(1)":                   never,
		"receiver.example":                      never,
		"https://":                              never,
		"https:///path":                         never,
		"https://user:word@receiver.example/":   never,
		"https://receiver.example/#fragment":    never,
		"https://receiver.example:port/":        never,
		"https://receiver.example/\nHost: else": never,
		"":                                      never,
	} {
		for _, private := range []bool{false, true} {
			_, err := hookAddress(raw, private)
			if got, want := err == nil, may == public || may == any && private; got != want {
				t.Errorf("%q, private ones allowed: %v: %v", raw, private, err)
			}
			if invalid, ok := errors.AsType[*Invalid](err); err != nil && (!ok || invalid.Pointer != "/url") {
				t.Errorf("%q is refused with %v", raw, err)
			}
		}
	}
}

func TestWhoKeepsWhichHook(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		mine := HookForm{NCP: "BE", Name: "ours", URL: "https://receiver.example/", Events: HookEvents()}
		ofAll := mine
		ofAll.NCP = ""
		for _, c := range []struct {
			who  string
			form HookForm
			says string
		}{
			{"administrator", ofAll, ""},
			{"administrator", mine, ""},
			{"BE coordinator", mine, ""},
			{"BE coordinator", ofAll, "/ncp"},
			{"DE coordinator", mine, "/ncp"},
			{"BE contributor", mine, "you may not"},
			{"compiler", ofAll, "you may not"},
		} {
			_, _, err := w.CreateHook(w.ctx, w.as(c.who), c.form)
			if c.says == "" {
				w.must(err)
			} else {
				w.expect(err, c.says)
			}
		}
		belgian, secret := w.hook("BE coordinator", "BE")
		general, _ := w.hook("administrator", "")
		if kept := w.stored(belgian); kept.Secret != secret || secret == "" {
			t.Error("the secret that was given is not the one that signs")
		}
		for _, c := range []struct {
			who  string
			h    models.Hook
			says string
		}{
			{"administrator", general, ""},
			{"administrator", belgian, ""},
			{"BE coordinator", belgian, ""},
			{"BE coordinator", general, "not found"},
			{"DE coordinator", belgian, "not found"},
			{"BE reader", belgian, "not found"},
		} {
			by := w.as(c.who)
			for _, err := range []error{
				w.TestHook(w.ctx, by, c.h.ID),
				second(w.SwitchHook(w.ctx, by, c.h.ID, true)),
				third(w.RotateHookSecret(w.ctx, by, c.h.ID)),
			} {
				if c.says == "" {
					w.must(err)
				} else {
					w.expect(err, c.says)
				}
			}
			_, err := store.Hook(w.ctx, by.Scope(), c.h.ID)
			if (err == nil) != (c.says == "") {
				t.Errorf("%s reads %s: %v", c.who, c.h.Name, err)
			}
			told, err := store.Deliveries(w.ctx, by.Scope(), c.h.ID, 10)
			if w.must(err); (len(told) > 0) != (c.says == "") {
				t.Errorf("%s reads %d deliveries of %s", c.who, len(told), c.h.Name)
			}
		}
		hooks, err := store.Hooks(w.ctx, w.as("DE coordinator").Scope())
		if w.must(err); len(hooks) != 0 {
			t.Errorf("Germany sees %d hooks", len(hooks))
		}
	})
}

func second[A any](_ A, err error) error        { return err }
func third[A, B any](_ A, _ B, err error) error { return err }

func TestAHookSaysWhatItLacks(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	form := HookForm{Name: "all", URL: "https://receiver.example/", Events: HookEvents()}
	for pointer, change := range map[string]func(*HookForm){
		"/name":     func(f *HookForm) { f.Name = " " },
		"/url":      func(f *HookForm) { f.URL = "receiver" },
		"/events":   func(f *HookForm) { f.Events = nil },
		"/events/1": func(f *HookForm) { f.Events = []models.HookEvent{models.AHQClosed, models.HookTest} },
		"/ncp":      func(f *HookForm) { f.NCP = "ZZ" },
	} {
		wrong := form
		change(&wrong)
		_, _, err := w.CreateHook(w.ctx, w.as("administrator"), wrong)
		w.expect(err, pointer)
	}
	h, _, err := w.CreateHook(w.ctx, w.as("administrator"), form)
	w.must(err)
	_, err = w.ChangeHook(w.ctx, w.as("administrator"), h.ID, h.Version+1, form)
	if !errors.Is(err, models.ErrStale) {
		t.Errorf("over another version: %v", err)
	}
}

func TestASecretIsGivenOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	w.key = "k"
	h, secret := w.hook("administrator", "")
	again, none := w.hook("administrator", "")
	if secret == "" || none != "" || again.ID != h.ID {
		t.Errorf("the second time it is %q", none)
	}
	kept, err := w.Store.Remembered(w.ctx, w.people["administrator"], "k")
	if w.must(err); kept.Result == "" {
		t.Fatal("nothing is remembered")
	}
	for _, hidden := range []string{secret, secret[len("whsec_"):]} {
		if strings.Contains(kept.Result, hidden) {
			t.Errorf("what is remembered holds the secret: %s", kept.Result)
		}
	}
}
