namespace Sendra.WebApi.Contracts.Events;

/// <summary>One event of a batch as its bytes came: it is read on its own, so that a bad one stops no other.</summary>
/// <param name="Utf8">A JSON value.</param>
public readonly record struct UncheckedEvent(ReadOnlyMemory<byte> Utf8);
