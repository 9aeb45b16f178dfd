namespace Sendra.WebApi.Contracts.Events;

/// <summary>One event of a batch, as raw bytes. Each is read on its own, so that a bad one doesn't stop the others.</summary>
/// <param name="Utf8">A JSON value.</param>
public readonly record struct UncheckedEvent(ReadOnlyMemory<byte> Utf8);
