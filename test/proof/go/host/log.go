package main

import (
	"context"
	"log/slog"
	"sync"
)

// What programs log, kept as message and fields.
type kept struct{}

var (
	notes     = [][2]any{}
	notesLock sync.Mutex
)

func init() { slog.SetDefault(slog.New(kept{})) }

func (kept) Enabled(context.Context, slog.Level) bool { return true }

func (kept) Handle(_ context.Context, record slog.Record) error {
	fields := map[string]any{}
	record.Attrs(func(one slog.Attr) bool {
		fields[one.Key] = one.Value.Any()
		return true
	})
	notesLock.Lock()
	defer notesLock.Unlock()
	notes = append(notes, [2]any{record.Message, fields})
	return nil
}

func (k kept) WithAttrs([]slog.Attr) slog.Handler { return k }

func (k kept) WithGroup(string) slog.Handler { return k }

func logged() [][2]any {
	notesLock.Lock()
	defer notesLock.Unlock()
	return append([][2]any{}, notes...)
}

func forget() {
	notesLock.Lock()
	defer notesLock.Unlock()
	notes = [][2]any{}
}
