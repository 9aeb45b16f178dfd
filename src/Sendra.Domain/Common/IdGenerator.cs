using System.Buffers.Binary;

namespace Sendra.Domain.Common;

/// <summary>
/// Makes ids: version 7 UUIDs whose big-endian bytes sort in the order in which one node made them,
/// so an id is also the time and the place in a list. Thread-safe; one per node. A clock that is set back by less than
/// <see cref="MaxAhead"/> does not disturb that order; one that is set back by more was wrong before, and is followed.
/// </summary>
/// <param name="clock">The clock that ids carry.</param>
public sealed class IdGenerator(TimeProvider clock)
{
    /// <summary>How far ids may be ahead of the clock.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromSeconds(5);

    // 48 bits of milliseconds, then 26 bits that count within a millisecond, then 48 random bits
    // that keep nodes apart. Twenty-six bits start low enough never to run over in a millisecond.
    private const int CounterBits = 26;
    private const int CounterStart = 1 << (CounterBits - 4);

    private readonly Lock _lock = new();
    private long _milliseconds;
    private int _counter;

    /// <summary>The next id: later than every id this node made before.</summary>
    public T Next<T>()
        where T : struct, IId<T> => TypedId.Of<T>(Next());

    /// <summary>
    /// The next id, which is also later than <paramref name="earlier"/>, an id that perhaps came from a node
    /// whose clock is ahead. Keeps a contact's events in the order of their effect on every node (E7).
    /// </summary>
    /// <param name="earlier">The id to come after, or null.</param>
    public T NextAfter<T>(T? earlier)
        where T : struct, IId<T>
    {
        var id = Next();
        return TypedId.Of<T>(earlier is not { Value: var floor } || id > floor ? id : Successor(floor));
    }

    private Guid Next()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_lock)
        {
            if (now > _milliseconds || now < _milliseconds - (long)MaxAhead.TotalMilliseconds)
            {
                _milliseconds = now;
                _counter = Random.Shared.Next(CounterStart);
            }
            else
            {
                (_milliseconds, _counter) = Following(_milliseconds, _counter);
            }

            return Make(_milliseconds, _counter, Random.Shared.NextInt64(1L << 48));
        }
    }

    private static Guid Successor(Guid id)
    {
        var last = Read(id);
        var (milliseconds, counter) = Following(last.Milliseconds, last.Counter);
        return Make(milliseconds, counter, Random.Shared.NextInt64(1L << 48));
    }

    // A clock that was set back stands still for ids until it catches up; a full counter then borrows from the future.
    private static (long Milliseconds, int Counter) Following(long milliseconds, int counter) =>
        counter + 1 < 1 << CounterBits ? (milliseconds, counter + 1) : (milliseconds + 1, 0);

    private static Guid Make(long milliseconds, int counter, long random)
    {
        Span<byte> bytes = stackalloc byte[16];
        var high = (ulong)milliseconds << 16 | 0x7000 | (uint)counter >> 14;
        var low = 0x8000_0000_0000_0000 | (ulong)(counter & 0x3FFF) << 48 | (ulong)random;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    private static (long Milliseconds, int Counter) Read(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var low = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        return ((long)(high >> 16), (int)(high & 0x0FFF) << 14 | (int)(low >> 48 & 0x3FFF));
    }
}
