package main

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// A sink is a mail server that keeps what it takes, and behaves as it is told.
type sink struct {
	url string

	keeping sync.Mutex // one message at a time
	manner  manner

	mu     sync.Mutex
	taken  []*mail.Message
	lines  int
	signed []string // who signed in
}

// A manner is how a sink behaves; one without a word takes everything.
type manner struct {
	rcpt func(to string) error // what it says to a recipient
	data func(id string) error // what it says to a message that it has read whole
	kept func(id string)       // after it has kept one, before it says so
}

// behaves like this from now on.
func (s *sink) behaves(m manner) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.manner = m
}

// startSink listens on loopback until the test ends.
func startSink(t *testing.T, change ...func(*smtp.Server)) *sink {
	t.Helper()
	s := &sink{}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.serve(t, listener, change...)
	return s
}

func (s *sink) serve(t *testing.T, on net.Listener, change ...func(*smtp.Server)) (stop func()) {
	t.Helper()
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.lines++
		return &sinkSession{sink: s}, nil
	}))
	server.Domain, server.ErrorLog = "sink", quiet{}
	for _, c := range change {
		c(server)
	}
	s.url = "smtp://" + on.Addr().String()
	go func() { _ = server.Serve(on) }()
	t.Cleanup(func() { _ = server.Close() })
	return func() { _ = server.Close() }
}

type quiet struct{}

func (quiet) Printf(string, ...any) {}
func (quiet) Println(...any)        {}

// took counts what was taken, by Message-ID.
func (s *sink) took() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	times := map[string]int{}
	for _, m := range s.taken {
		times[m.Header.Get("Message-Id")]++
	}
	return times
}

// waits until so many different messages have come.
func (s *sink) waits(t *testing.T, for_ int, patience time.Duration) {
	t.Helper()
	for end := time.Now().Add(patience); len(s.took()) < for_; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d of %d messages came within %v", len(s.took()), for_, patience)
		}
	}
}

type sinkSession struct {
	*sink
	to string
}

func (s *sinkSession) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *sinkSession) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.signed = append(s.signed, user)
		if password != "right" {
			return smtp.ErrAuthFailed
		}
		return nil
	}), nil
}

func (s *sinkSession) Reset()                               {}
func (s *sinkSession) Logout() error                        { return nil }
func (s *sinkSession) Mail(string, *smtp.MailOptions) error { return nil }

func (s *sinkSession) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.to = to
	if s.manner.rcpt == nil {
		return nil
	}
	return s.manner.rcpt(to)
}

func (s *sinkSession) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	m, err := mail.ReadMessage(strings.NewReader(string(text)))
	if err != nil {
		return err
	}
	s.keeping.Lock()
	defer s.keeping.Unlock()
	id := m.Header.Get("Message-Id")
	if s.manner.data != nil {
		if err := s.manner.data(id); err != nil {
			return err
		}
	}
	s.mu.Lock()
	s.taken = append(s.taken, m)
	s.mu.Unlock()
	if s.manner.kept != nil {
		s.manner.kept(id)
	}
	return nil
}

// says is what a mail server answers.
func says(code int, enhanced smtp.EnhancedCode, words string) error {
	return &smtp.SMTPError{Code: code, EnhancedCode: enhanced, Message: words}
}

var errDropped = errors.New("the line was dropped")

// withTLS offers STARTTLS with this certificate.
func withTLS(c tls.Certificate) func(*smtp.Server) {
	return func(s *smtp.Server) {
		s.TLSConfig = &tls.Config{Certificates: []tls.Certificate{c}, MinVersion: tls.VersionTLS12}
	}
}
