using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Contacts;

/// <summary>
/// A place in a timeline. What happened in the same millisecond is ordered by kind, then by the kind's own order; so
/// each kind can be asked for what comes behind any place, and the order is the same however it is cut.
/// </summary>
/// <param name="Rank">Which kind: events first, then what ended, then what began.</param>
/// <param name="Id">The row.</param>
public sealed record TimelineCursor(DateTimeOffset At, int Rank, Guid Id)
{
    public const int Events = 0;

    /// <summary>Enrollments that ended.</summary>
    public const int Ends = 1;

    /// <summary>Enrollments that began.</summary>
    public const int Beginnings = 2;

    public DateTimeOffset Millisecond => DateTimeOffset.FromUnixTimeMilliseconds(At.ToUnixTimeMilliseconds());

    /// <summary>The time behind which another kind goes on: of its own millisecond it has the kinds of lower rank behind it.</summary>
    /// <param name="rank">The other kind.</param>
    public DateTimeOffset EndFor(int rank) => rank < Rank ? Millisecond.AddMilliseconds(1) : Millisecond;

    /// <summary>The id behind which a kind goes on whose ids carry its time.</summary>
    /// <param name="rank">The kind.</param>
    public T IdFor<T>(int rank)
        where T : struct, IId<T> => rank == Rank ? TypedId.Of<T>(Id) : TimeOrderedId.LowerBound<T>(EndFor(rank));

    /// <summary>What a timeline is sorted by.</summary>
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

    /// <summary>The place behind which a part begins, or null for the first part.</summary>
    /// <param name="paging">Which part.</param>
    /// <exception cref="FluentValidation.ValidationException">The cursor did not come from a timeline.</exception>
    public static TimelineCursor? From(Paging paging) =>
        paging.AfterName is not { } text ? null
        : TryParse(text, out var cursor) ? cursor
        : throw Paging.BadCursor();
}
