using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using FluentValidation;
using FluentValidation.Results;
using Sendra.Domain.Common;
using Text = Sendra.Domain.Common.Text;

namespace Sendra.Application.Common;

/// <summary>Which page of a list to return (H3).</summary>
/// <param name="Limit">How many items: 1 to <see cref="MaxLimit"/>, <see cref="DefaultLimit"/> when null.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the previous page, or null for the first.</param>
public sealed record Paging(int? Limit = null, string? Cursor = null)
{
    /// <summary>The default number of items on a page.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most items on a page.</summary>
    public const int MaxLimit = 200;

    // Keeps cursors by name apart from cursors by id.
    private const char NameMark = '-';

    // More than any name has.
    private const int MaxNameBytes = 4_000;

    /// <summary>How many items.</summary>
    public int Size => Limit ?? DefaultLimit;

    /// <summary>The cursor as the id after which the page starts, or null for the first page.</summary>
    /// <exception cref="ValidationException">The cursor doesn't come from this list.</exception>
    public T? AfterId<T>()
        where T : struct, IId<T>
    {
        if (Cursor is null)
        {
            return null;
        }

        return Decode(Cursor) is { Length: 16 } bytes && new Guid(bytes, bigEndian: true) is var id && TimeOrderedId.IsOne(id)
            ? TypedId.Of<T>(id)
            : throw BadCursor();
    }

    /// <summary>The cursor as the name after which the page starts, or null for the first page.</summary>
    /// <exception cref="ValidationException">The cursor doesn't come from this list.</exception>
    public string? AfterName
    {
        get
        {
            if (Cursor is null)
            {
                return null;
            }

            return Cursor.StartsWith(NameMark) && Decode(Cursor.AsSpan(1)) is { Length: > 0 and <= MaxNameBytes } bytes && Utf8.IsValid(bytes)
                && Encoding.UTF8.GetString(bytes) is var name && !Text.HasControlCharacter(name)
                ? name
                : throw BadCursor();
        }
    }

    /// <summary>The cursor as the number after which the page starts, or null for the first page.</summary>
    /// <exception cref="ValidationException">The cursor doesn't come from this list.</exception>
    public int? AfterNumber => AfterName switch
    {
        null => null,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text == TextOf(number) => number,
        _ => throw BadCursor(),
    };

    /// <summary>The cursor for an id.</summary>
    /// <param name="id">The last id of a page.</param>
    public static string CursorOf<T>(T id)
        where T : struct, IId<T>
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The cursor for a name.</summary>
    /// <param name="name">The last name of a page.</param>
    public static string CursorOf(string name) => NameMark + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name));

    /// <summary>Cuts a page from one row more than it holds. The extra row only shows that there is more.</summary>
    /// <param name="rows">Up to <see cref="Size"/> + 1 rows.</param>
    /// <param name="idOf">The id after which the next page starts if the row is the last one.</param>
    public Page<T> Cut<T, TId>(IReadOnlyList<T> rows, Func<T, TId> idOf)
        where TId : struct, IId<TId> =>
        rows.Count <= Size
            ? new Page<T>(rows, null)
            : new Page<T>([.. rows.Take(Size)], CursorOf(idOf(rows[Size - 1])));

    /// <summary>Cuts a page from one row more than it holds. The extra row only shows that there is more.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="rows">Up to <see cref="Size"/> + 1 rows.</param>
    /// <param name="nameOf">The name after which the next page starts if the row is the last one.</param>
    public Page<T> Cut<T>(IReadOnlyList<T> rows, Func<T, string> nameOf) =>
        rows.Count <= Size
            ? new Page<T>(rows, null)
            : new Page<T>([.. rows.Take(Size)], CursorOf(nameOf(rows[Size - 1])));

    /// <inheritdoc cref="Cut{T}(IReadOnlyList{T}, Func{T, string})" />
    /// <param name="numberOf">The number after which the next page starts if the row is the last one.</param>
    public Page<T> Cut<T>(IReadOnlyList<T> rows, Func<T, int> numberOf) => Cut(rows, row => TextOf(numberOf(row)));

    private static string TextOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The decoder by itself also takes blanks, padding and stray bits, which no answer ever held.
    private static byte[]? Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done
            && text.SequenceEqual(Base64Url.EncodeToString(bytes.AsSpan(0, written)))
                ? bytes[..written]
                : null;
    }

    public static ValidationException BadCursor() =>
        new([new ValidationFailure("cursor", "cursor must be the nextCursor of an earlier response.")]);
}
