using System.Buffers.Binary;

namespace Sendra.Domain.Common;

/// <summary>Reads the time in an id of <see cref="IdGenerator"/>, and turns a time into the bound of a range of ids.</summary>
public static class TimeOrderedId
{
    /// <summary>False for what <see cref="IdGenerator"/> never makes.</summary>
    /// <param name="id">Any id.</param>
    public static bool IsOne(Guid id) => id is { Version: 7, Variant: >= 8 and <= 11 };

    /// <summary>When the id was made, in whole milliseconds, UTC.</summary>
    /// <param name="id">An id of <see cref="IdGenerator"/>.</param>
    public static DateTimeOffset TimeOf<T>(T id)
        where T : struct, IId<T>
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16);
    }

    /// <summary>
    /// The smallest id that can carry <paramref name="time"/> or a later one: ids made at or after that time are
    /// greater or equal, ids made before it are smaller. A part of a millisecond rounds up.
    /// </summary>
    /// <param name="time">Any time; one before 1970 gives the smallest id of all.</param>
    public static T LowerBound<T>(DateTimeOffset time)
        where T : struct, IId<T>
    {
        var ticks = Math.Max(0, time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks);
        var milliseconds = (ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, milliseconds << 16);
        return TypedId.Of<T>(new Guid(bytes, bigEndian: true));
    }
}
