package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net"
	"net/http/httptest"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// letter is a mail to somebody.
func letter(id, to string) workflow.Mail {
	return workflow.Mail{
		Message: models.Message{
			ID: models.MessageID(id), Address: to, Subject: "AHQ 2016.14, Žiadosti: please answer", CreatedAt: time.Date(2016, 12, 16, 9, 0, 0, 0, time.UTC),
			ReplyTo: []string{"coordinator.no@example.org", "second.no@example.org"},
		},
		Text: "A new Ad-Hoc Query.\n", HTML: "<p>A new Ad-Hoc Query.</p>\n", Stop: "https://ahq.example/letters/stop/p/submitted/x",
	}
}

func TestAMailArrivesAsItWasWritten(t *testing.T) {
	t.Parallel()
	s := startSink(t)
	send, err := mailer(s.url, "EMN <ahq@example.org>")
	if err != nil {
		t.Fatal(err)
	}
	if err := send(t.Context(), letter("m1", "office@example.org")); err != nil {
		t.Fatal(err)
	}
	m := s.taken[0]
	for header, want := range map[string]string{
		"From": `"EMN" <ahq@example.org>`, "To": "<office@example.org>", "Message-Id": "<m1@ahq>", "Auto-Submitted": "auto-generated",
		"Reply-To":         "<coordinator.no@example.org>, <second.no@example.org>",
		"List-Unsubscribe": "<https://ahq.example/letters/stop/p/submitted/x>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		"Date": "Fri, 16 Dec 2016 09:00:00 +0000",
	} {
		if got := m.Header.Get(header); got != want {
			t.Errorf("%s is %q, not %q", header, got, want)
		}
	}
	if subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil || subject != "AHQ 2016.14, Žiadosti: please answer" {
		t.Errorf("the subject is %q (%v)", subject, err)
	}
	if got := alternatives(t, m); got != "text/plain: A new Ad-Hoc Query.\ntext/html: <p>A new Ad-Hoc Query.</p>\n" {
		t.Errorf("it says\n%s", got)
	}
}

// alternatives are the parts of a message, with what each is.
func alternatives(t *testing.T, m *netmail.Message) (all string) {
	t.Helper()
	_, how, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	for r := multipart.NewReader(m.Body, how["boundary"]); ; {
		part, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		kind, _, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if err != nil {
			t.Fatal(err)
		}
		all += kind + ": " + strings.ReplaceAll(string(text), "\r\n", "\n")
	}
}

func TestManyMailsGoOverOneConnection(t *testing.T) {
	t.Parallel()
	s := startSink(t)
	send, err := mailer(s.url, "ahq@example.org")
	if err != nil {
		t.Fatal(err)
	}
	for i := range perLine + 1 {
		if err := send(t.Context(), letter(fmt.Sprint(i), "office@example.org")); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.taken) != perLine+1 || s.lines != 2 {
		t.Errorf("%d messages over %d connections", len(s.taken), s.lines)
	}
}

func TestWhatAMailServerRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		what    string
		rcpt    func(string) error
		data    func(string) error
		bounced bool
		says    string
	}{
		{"there is no such mailbox", func(string) error { return says(550, [3]int{5, 1, 1}, "no such user") }, nil, true, "no such user"},
		{"it does not like what is said", nil, func(string) error { return says(554, [3]int{5, 6, 0}, "this is spam") }, true, "this is spam"},
		{"it is greylisting", func(string) error { return says(451, [3]int{4, 7, 1}, "try again later") }, nil, false, "try again later"},
		{"a mailbox that is full", nil, func(string) error { return says(452, [3]int{4, 2, 2}, "mailbox full") }, false, "mailbox full"},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			s := startSink(t)
			s.behaves(manner{rcpt: c.rcpt, data: c.data})
			send, err := mailer(s.url, "ahq@example.org")
			if err != nil {
				t.Fatal(err)
			}
			err = send(t.Context(), letter("m", "office@example.org"))
			if err == nil || errors.Is(err, workflow.ErrBounced) != c.bounced || !strings.Contains(err.Error(), c.says) {
				t.Errorf("it is %v, for good: %v", err, errors.Is(err, workflow.ErrBounced))
			}
			s.behaves(manner{})
			if err := send(t.Context(), letter("n", "other@example.org")); err != nil {
				t.Errorf("and the next one: %v", err)
			}
		})
	}
}

func TestAnAddressThatIsNoneIsNotTriedAgain(t *testing.T) {
	t.Parallel()
	send, err := mailer("smtp://127.0.0.1:1", "ahq@example.org")
	if err != nil {
		t.Fatal(err)
	}
	if err := send(t.Context(), letter("m", "no address")); !errors.Is(err, workflow.ErrBounced) {
		t.Errorf("it is %v", err)
	}
}

// A server that is away, silent or hangs up says nothing about the message.
func TestAServerThatFailsIsTriedAgain(t *testing.T) {
	t.Parallel()
	for what, behave := range map[string]func(net.Conn){
		"it hangs up at once": func(c net.Conn) { _ = c.Close() },
		"it hangs up in the middle": func(c net.Conn) {
			_, _ = c.Write([]byte("220 here\r\n"))
			time.Sleep(50 * time.Millisecond)
			_ = c.Close()
		},
		"it is closed for today": func(c net.Conn) { _, _ = c.Write([]byte("554 not today\r\n")); _ = c.Close() },
		"it says nothing":        func(net.Conn) {},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			listener, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer listener.Close() //nolint:errcheck // the test is over
			go func() {
				for {
					c, err := listener.Accept()
					if err != nil {
						return
					}
					go behave(c)
				}
			}()
			send, err := mailer("smtp://"+listener.Addr().String(), "ahq@example.org")
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
			defer cancel()
			began := time.Now()
			if err := send(ctx, letter("m", "office@example.org")); err == nil || errors.Is(err, workflow.ErrBounced) {
				t.Errorf("it is %v", err)
			}
			if took := time.Since(began); took > patience+5*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// A connection that was hung up between two messages is noticed.
func TestALostConnectionIsMadeAgain(t *testing.T) {
	t.Parallel()
	s := &sink{}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stop := s.serve(t, listener)
	send, err := mailer(s.url, "ahq@example.org")
	if err != nil {
		t.Fatal(err)
	}
	if err := send(t.Context(), letter("1", "office@example.org")); err != nil {
		t.Fatal(err)
	}
	stop()
	if err := send(t.Context(), letter("2", "office@example.org")); err == nil || errors.Is(err, workflow.ErrBounced) {
		t.Errorf("while it is away: %v", err)
	}
	again, err := net.Listen("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	s.serve(t, again)
	if err := send(t.Context(), letter("2", "office@example.org")); err != nil {
		t.Error(err)
	}
	if times := s.took(); len(times) != 2 || times["<2@ahq>"] != 1 {
		t.Errorf("it took %v", times)
	}
}

func TestAPasswordIsSentUnderTLSOnly(t *testing.T) {
	t.Parallel()
	https := httptest.NewTLSServer(nil) // for its certificate
	defer https.Close()
	known := x509.NewCertPool()
	known.AddCert(https.Certificate())
	for _, c := range []struct {
		what, password string
		tls            bool
		says           string
		signed         int
	}{
		{"the right one", "right", true, "", 1},
		{"a wrong one", "wrong", true, "535", 1},
		{"a server without TLS", "right", false, "STARTTLS", 0},
	} {
		t.Run(c.what, func(t *testing.T) {
			s := startSink(t)
			if c.tls {
				s = startSink(t, withTLS(https.TLS.Certificates[0]))
			}
			client, err := smtpClient(strings.Replace(s.url, "smtp://", "smtp://ahq:"+c.password+"@", 1))
			if err != nil {
				t.Fatal(err)
			}
			if err := client.SetTLSConfig(&tls.Config{RootCAs: known, ServerName: "example.com", MinVersion: tls.VersionTLS12}); err != nil {
				t.Fatal(err)
			}
			m, err := mailOf(letter("m", "office@example.org"), "ahq@example.org")
			if err != nil {
				t.Fatal(err)
			}
			err = newLines(client).send(t.Context(), m)
			if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
				t.Errorf("it is %v, without %q", err, c.says)
			}
			if errors.Is(err, workflow.ErrBounced) || err != nil && strings.Contains(err.Error(), c.password) {
				t.Errorf("it is for good, or tells the password: %v", err)
			}
			if len(s.signed) != c.signed {
				t.Errorf("%d signed in", len(s.signed))
			}
		})
	}
}

func TestADateGoesAlongForTheCalendar(t *testing.T) {
	m := letter("m", "office@example.org")
	m.Calendar = []byte("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
	message, err := mailOf(m, "ahq@example.org")
	if err != nil {
		t.Fatal(err)
	}
	var sent strings.Builder
	if _, err := message.WriteTo(&sent); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"Content-Type: multipart/mixed", "Content-Type: text/calendar; charset=utf-8", `filename="` + workflow.CalendarName + `"`} {
		if !strings.Contains(sent.String(), part) {
			t.Errorf("there is no %q in\n%s", part, sent.String())
		}
	}
}

func TestAMailServerIsNamedByItsURL(t *testing.T) {
	for server, want := range map[string]string{
		"":                               "",
		"smtp://mail.example.org":        "",
		"smtps://u:p@mail.example.org":   "",
		"mail.example.org:587":           "is not like smtp://",
		"https://u:secret@example.org":   "xxxxx",
		"smtp://u:se%zzcret@example.org": "it is not a URL",
	} {
		_, err := mailer(server, "ahq@example.org")
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "cret")) {
			t.Errorf("%s: %v", server, err)
		}
	}
	if _, err := mailer("smtp://mail.example.org", "nobody"); err == nil {
		t.Error("a sender without an address sends")
	}
}
