namespace Sendra.WebApi.Contracts;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="NextCursor">Give it back as <c>cursor</c> for the next part; null at the end.</param>
public sealed record PageResponse<T>(IReadOnlyList<T> Items, string? NextCursor);
