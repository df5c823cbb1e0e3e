package main

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"ahq/workflow"
)

// insideServer is one in our own network that must not be reached.
func insideServer(t *testing.T) (port string, reached *atomic.Int32) {
	t.Helper()
	reached = &atomic.Int32{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { reached.Add(1) }))
	t.Cleanup(server.Close)
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port, reached
}

// naming answers every question about a name with these addresses in turn, as a
// name does that is bound anew between two looks.
func naming(t *testing.T, answers ...string) *net.Resolver {
	t.Helper()
	listens, err := (&net.ListenConfig{}).ListenPacket(t.Context(), "udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listens.Close() })
	go answer(listens, answers)
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", listens.LocalAddr().String())
	}}
}

func answer(listens net.PacketConn, answers []string) {
	buffer, asked := make([]byte, 1500), 0
	for {
		n, from, err := listens.ReadFrom(buffer)
		if err != nil {
			return
		}
		var m dnsmessage.Message
		if m.Unpack(buffer[:n]) != nil || len(m.Questions) == 0 {
			continue
		}
		q := m.Questions[0]
		m.Response, m.Authoritative, m.Additionals = true, true, nil
		ip := netip.MustParseAddr(answers[min(asked, len(answers)-1)])
		head := dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}
		switch {
		case q.Type == dnsmessage.TypeA && ip.Is4():
			m.Answers, asked = []dnsmessage.Resource{{Header: head, Body: &dnsmessage.AResource{A: ip.As4()}}}, asked+1
		case q.Type == dnsmessage.TypeAAAA && ip.Is6():
			m.Answers, asked = []dnsmessage.Resource{{Header: head, Body: &dnsmessage.AAAAResource{AAAA: ip.As16()}}}, asked+1
		}
		packed, err := m.Pack()
		if err != nil {
			return
		}
		_, _ = listens.WriteTo(packed, from)
	}
}

// The addresses are written as an attacker would: whatever the resolver of this
// machine makes of them, nothing inside is connected to.
func TestNoHookReachesInside(t *testing.T) {
	port, reached := insideServer(t)
	post := poster(hookClient(hookDialer(false)))
	for _, host := range []string{
		"127.0.0.1", "localhost", "127.1", "0", "0.0.0.0", "2130706433", "017700000001", "0x7f000001", "0177.0.0.1", "0x7f.1",
		"１２７.０.０.１", "127。0。0。1", "①②⑦.0.0.1", "ⓛocalhost",
		"[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]",
		"[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]",
		"10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.169.254", "168.63.129.16", "192.0.0.192", "198.18.0.1",
		"224.0.0.1", "255.255.255.255", "240.0.0.1", "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[fec0::1]",
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		_, err := post(ctx, workflow.HookPost{URL: "http://" + host + ":" + port + "/"})
		cancel()
		if err == nil {
			t.Errorf("%s is reached", host)
		} else if strings.Contains(err.Error(), "127.0.0.1") {
			t.Errorf("%s: what is said tells of the inside: %v", host, err)
		}
	}
	if n := reached.Load(); n != 0 {
		t.Errorf("the server inside was reached %d times", n)
	}
}

func TestNoNameLeadsAHookInside(t *testing.T) {
	port, reached := insideServer(t)
	for _, answers := range [][]string{
		{"127.0.0.1"}, {"::1"}, {"10.0.0.1"}, {"169.254.169.254"}, {"::ffff:127.0.0.1"}, {"64:ff9b::7f00:1"}, {"0.0.0.0"}, {"192.168.1.1", "127.0.0.1"},
	} {
		dialer := hookDialer(false)
		dialer.Resolver = naming(t, answers...)
		post := poster(hookClient(dialer))
		for range 2 {
			_, err := post(t.Context(), workflow.HookPost{URL: "http://receiver.example:" + port + "/"})
			if err == nil || !strings.Contains(err.Error(), "private network") {
				t.Errorf("a name for %v: %v", answers, err)
			}
		}
	}
	if n := reached.Load(); n != 0 {
		t.Errorf("the server inside was reached %d times", n)
	}
}

func TestPrivateHooksAreReachedWhereTheyMayBe(t *testing.T) {
	port, reached := insideServer(t)
	dialer := hookDialer(true)
	dialer.Resolver = naming(t, "127.0.0.1")
	a, err := poster(hookClient(dialer))(t.Context(), workflow.HookPost{URL: "http://receiver.example:" + port + "/"})
	if err != nil || a.Status != http.StatusOK || reached.Load() != 1 {
		t.Errorf("it answered %v, %v", a, err)
	}
}

func TestAHookFollowsNobody(t *testing.T) {
	port, reached := insideServer(t)
	elsewhere := httptest.NewServer(http.RedirectHandler("http://127.0.0.1:"+port+"/", http.StatusTemporaryRedirect))
	defer elsewhere.Close()
	a, err := poster(hookClient(hookDialer(true)))(t.Context(), workflow.HookPost{URL: elsewhere.URL, Body: "{}"})
	if err != nil || a.Status != http.StatusTemporaryRedirect || reached.Load() != 0 {
		t.Errorf("it answered %v, %v, and led elsewhere %d times", a, err, reached.Load())
	}
}

func TestWhatAReceiverGetsAndSays(t *testing.T) {
	var got *http.Request
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = r
		w.WriteHeader(http.StatusAccepted)
		_, _ = w.Write([]byte(strings.Repeat("a", 10_000)))
	}))
	defer server.Close()
	post := poster(hookClient(hookDialer(true)))
	a, err := post(t.Context(), workflow.HookPost{URL: server.URL + "/in?a=b", Header: map[string]string{"webhook-id": "d1"}, Body: "{}"})
	if err != nil || a.Status != http.StatusAccepted || a.Text != strings.Repeat("a", 500) {
		t.Errorf("it says %d, %d bytes, %v", a.Status, len(a.Text), err)
	}
	if got.Method != http.MethodPost || got.URL.String() != "/in?a=b" || got.Header.Get("Webhook-Id") != "d1" || got.Header.Get("Content-Type") != "application/json" || got.ContentLength != 2 {
		t.Errorf("it got %s %s %v", got.Method, got.URL, got.Header)
	}
}

func TestWhyAReceiverWasNotReached(t *testing.T) {
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	slow := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer slow.Close()
	encrypted := httptest.NewUnstartedServer(http.NotFoundHandler())
	encrypted.TLS = &tls.Config{MinVersion: tls.VersionTLS12}
	encrypted.StartTLS()
	defer encrypted.Close()
	for at, want := range map[string]string{
		closed.URL:             "cannot be connected to",
		slow.URL:               "did not answer in time",
		encrypted.URL:          "certificate",
		"http://none.invalid/": "no such host",
	} {
		client := hookClient(hookDialer(true))
		if at == slow.URL { // the others say why themselves, however busy the machine is
			client.Timeout = 200 * time.Millisecond
		}
		if _, err := poster(client)(t.Context(), workflow.HookPost{URL: at}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q", at, err, want)
		}
	}
}
