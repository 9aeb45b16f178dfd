namespace Sendra.Application.Common;

/// <summary>A part of a list (H3).</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="NextCursor">Where the next part begins, or null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
