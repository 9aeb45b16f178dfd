namespace Sendra.ReliabilityTests.Common;

/// <summary>The system clock that one process sees, by libfaketime: it can be wrong and leap, as a machine's can. What counts only time passed is right.</summary>
internal sealed class WrongClock : IDisposable
{
    private static readonly string? Library = Directory.Exists("/usr/lib")
        ? Directory.GetFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true }).FirstOrDefault()
        : null;

    private readonly string _file = Path.GetTempFileName();

    public WrongClock(TimeSpan ahead) => Leap(ahead);

    /// <summary>What a process needs that is to go by it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library!,
        ["FAKETIME_TIMESTAMP_FILE"] = _file,
        ["FAKETIME_NO_CACHE"] = "1",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
    };

    /// <summary>Skips the test where there is no libfaketime.</summary>
    public static void Require() => Assume.That(Library, Is.Not.Null, "There is no libfaketime.");

    /// <summary>Sets it anew.</summary>
    /// <param name="ahead">How far ahead of the right time; negative for behind.</param>
    public void Leap(TimeSpan ahead)
    {
        // At once, since it is read all the time.
        File.WriteAllText(_file + ".new", FormattableString.Invariant($"{ahead.TotalSeconds:+0;-0}\n"));
        File.Move(_file + ".new", _file, overwrite: true);
    }

    public void Dispose() => File.Delete(_file);
}
