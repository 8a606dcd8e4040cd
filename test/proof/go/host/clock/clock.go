// Package clock stands for the package time in programs: nobody is made to wait, and what was waited for is noted.
package clock

import (
	"sync"
	"time"
)

type (
	Duration = time.Duration
	Time     = time.Time
)

const (
	Millisecond = time.Millisecond
	Second      = time.Second
	Minute      = time.Minute
)

var (
	lock    sync.Mutex
	waits   = []float64{}
	skipped time.Duration
)

// Reset begins anew.
func Reset() {
	lock.Lock()
	defer lock.Unlock()
	waits, skipped = []float64{}, 0
}

// Noted gives every wait and all that was skipped, in milliseconds.
func Noted() ([]float64, float64) {
	lock.Lock()
	defer lock.Unlock()
	return append([]float64{}, waits...), milliseconds(skipped)
}

// After lets a little of the wait really pass, so that those who wait for different times come back in their order.
func After(wait time.Duration) <-chan time.Time {
	lock.Lock()
	waits = append(waits, milliseconds(wait))
	lock.Unlock()
	out := make(chan time.Time, 1)
	time.AfterFunc(min(wait/20, 50*time.Millisecond), func() {
		lock.Lock()
		skipped += wait
		lock.Unlock()
		out <- Now()
	})
	return out
}

func Sleep(wait time.Duration) { <-After(wait) }

func Now() time.Time {
	lock.Lock()
	defer lock.Unlock()
	return time.Now().Add(skipped)
}

func Until(then time.Time) time.Duration { return then.Sub(Now()) }

func Since(then time.Time) time.Duration { return Now().Sub(then) }

func milliseconds(wait time.Duration) float64 { return float64(wait) / float64(time.Millisecond) }
