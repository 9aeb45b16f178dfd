namespace Sendra.Domain.EventSources;

/// <summary>Why a delivery made no event (S5): a stable code for programs and a sentence for people.</summary>
/// <param name="Code">One of <see cref="SkipCode"/>.</param>
/// <param name="Message">Which path, what stood there instead, and what to do about it.</param>
public sealed record SkipReason(string Code, string Message);
