using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Contacts;

/// <summary>
/// A place in a timeline. Items of the same millisecond are ordered by kind, then by the kind's own order. So each kind can
/// be read from any place, and the order is the same whatever the page size.
/// </summary>
/// <param name="Rank">The kind: events first, then ended enrollments, then new ones.</param>
/// <param name="Id">The row.</param>
public sealed record TimelineCursor(DateTimeOffset At, int Rank, Guid Id)
{
    public const int Events = 0;

    /// <summary>Enrollments that ended.</summary>
    public const int Ends = 1;

    /// <summary>Enrollments that began.</summary>
    public const int Beginnings = 2;

    public DateTimeOffset Millisecond => DateTimeOffset.FromUnixTimeMilliseconds(At.ToUnixTimeMilliseconds());

    /// <summary>The time after which another kind continues. In its own millisecond, the kinds of lower rank come after it.</summary>
    /// <param name="rank">The other kind.</param>
    public DateTimeOffset EndFor(int rank) => rank < Rank ? Millisecond.AddMilliseconds(1) : Millisecond;

    /// <summary>The id after which a kind continues whose ids carry its time.</summary>
    /// <param name="rank">The kind.</param>
    public T IdFor<T>(int rank)
        where T : struct, IId<T> => rank == Rank ? TypedId.Of<T>(Id) : TimeOrderedId.LowerBound<T>(EndFor(rank));

    /// <summary>The sort order of a timeline.</summary>
    public (DateTimeOffset Millisecond, int Rank, DateTimeOffset At, Guid Id) Order => (Millisecond, Rank, At, Id);

    /// <summary>Its text, which <see cref="TryParse"/> reads.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Rank}.{At.UtcTicks}.{Id:N}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="cursor">The place.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimelineCursor? cursor)
    {
        cursor = text.Split('.') is [var rank, var ticks, var id]
            && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var kind) && kind <= Beginnings
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at >= DateTimeOffset.UnixEpoch.Ticks && at < DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay
            && Guid.TryParseExact(id, "N", out var row)
                ? new TimelineCursor(new DateTimeOffset(at, TimeSpan.Zero), kind, row)
                : null;

        // Nothing but its own spelling: no zeros in front, no capitals.
        cursor = cursor?.ToString() == text && TimeOrderedId.IsOne(cursor.Id) ? cursor : null;
        return cursor is not null;
    }

    /// <summary>The place after which a page starts, or null for the first page.</summary>
    /// <exception cref="FluentValidation.ValidationException">The cursor doesn't come from a timeline.</exception>
    public static TimelineCursor? From(Paging paging) =>
        paging.AfterName is not { } text ? null
        : TryParse(text, out var cursor) ? cursor
        : throw Paging.BadCursor();
}
