namespace Sendra.Application.Common;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="NextCursor">Give it back as <c>cursor</c> for the next part; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> shown) => new([.. Items.Select(shown)], NextCursor);
}
