using System.Globalization;

namespace Sendra.Benchmarks.Servers;

/// <summary>The processors of this machine, which has to run Linux.</summary>
internal static class Processors
{
    // The first line of /proc/stat counts hundredths of a second: user, nice, system, idle, waiting for disks, and interrupts of two kinds.
    private const int Idle = 3;
    private const int Waiting = 4;
    private const int Kinds = 7;

    /// <summary>How long all of them together have been busy since the machine started.</summary>
    public static TimeSpan Busy
    {
        get
        {
            var counts = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..(Kinds + 1)];
            var hundredths = counts.Where((_, kind) => kind is not (Idle or Waiting)).Sum(count => long.Parse(count, CultureInfo.InvariantCulture));
            return TimeSpan.FromMilliseconds(hundredths * 10);
        }
    }
}
