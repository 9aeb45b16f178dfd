using System.Buffers.Text;
using FluentValidation;
using FluentValidation.Results;

namespace Sendra.Application.Common;

/// <summary>Which part of a list is wanted (H3).</summary>
/// <param name="Limit">How many items: 1 to <see cref="MaxLimit"/>, <see cref="DefaultLimit"/> when null.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the part before, or null for the first.</param>
public sealed record Paging(int? Limit = null, string? Cursor = null)
{
    /// <summary>Items in a part when nothing else is asked for.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most items in a part.</summary>
    public const int MaxLimit = 200;

    /// <summary>How many items.</summary>
    public int Size => Limit ?? DefaultLimit;

    /// <summary>The cursor as the id behind which the part begins, or null for the first.</summary>
    /// <exception cref="ValidationException">The cursor did not come from this list.</exception>
    public Guid? AfterId
    {
        get
        {
            if (Cursor is null)
            {
                return null;
            }

            Span<byte> bytes = stackalloc byte[16];
            return Cursor.Length == 22 && Base64Url.TryDecodeFromChars(Cursor, bytes, out var written) && written == 16
                ? new Guid(bytes, bigEndian: true)
                : throw new ValidationException([new ValidationFailure("cursor", "cursor must be the nextCursor of an earlier answer.")]);
        }
    }

    /// <summary>The cursor that stands for an id.</summary>
    /// <param name="id">The last id of a part.</param>
    public static string CursorOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Cuts a page out of one more row than it holds: the extra one only says that there is more.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="rows">Up to <see cref="Size"/> + 1 rows.</param>
    /// <param name="idOf">The id behind which the next part begins when the row is the last one.</param>
    public Page<T> Cut<T>(IReadOnlyList<T> rows, Func<T, Guid> idOf) =>
        rows.Count <= Size
            ? new Page<T>(rows, null)
            : new Page<T>([.. rows.Take(Size)], CursorOf(idOf(rows[Size - 1])));
}
