using Sendra.Cli.Common;
using Spectre.Console;

namespace Sendra.Cli.Importing;

/// <summary>Shows how far an import is: a bar in a terminal, a line now and then elsewhere.</summary>
/// <param name="total">How many lines there are; null when nobody knows.</param>
internal sealed class ImportProgress(long? total)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(10);

    private readonly long _begin = TimeProvider.System.GetTimestamp();
    private long _done;
    private long _passed;

    public long Done => Interlocked.Read(ref _done);

    /// <summary>Lines in a second, without those that were done before.</summary>
    public double Pace => (Done - Interlocked.Read(ref _passed)) / Math.Max(0.001, Elapsed.TotalSeconds);

    public TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_begin);

    /// <summary>How long it takes on at this pace; null when nobody knows.</summary>
    public TimeSpan? Remaining => total is { } all && Pace > 0 ? TimeSpan.FromSeconds(Math.Max(0, all - Done) / Pace) : null;

    /// <summary>Lines that are done now.</summary>
    public void Add(int lines) => Interlocked.Add(ref _done, lines);

    /// <summary>A line that was done before.</summary>
    public void Pass()
    {
        Interlocked.Increment(ref _passed);
        Interlocked.Increment(ref _done);
    }

    /// <summary>Shows it until the work is done.</summary>
    public Task ShowAsync(string title, Task work) => Console.IsErrorRedirected ? SayAsync(work) : DrawAsync(title, work);

    private async Task DrawAsync(string title, Task work)
    {
        await Terminal.Messages.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new PaceColumn(this)).StartAsync(async context =>
        {
            var task = context.AddTask(title.EscapeMarkup(), maxValue: Math.Max(1, total ?? 1));
            task.IsIndeterminate = total is null;
            while (await Task.WhenAny(work, Task.Delay(LookEvery)) != work)
            {
                task.Value = Done;
            }

            task.Value = Done;
        });
        await work;
    }

    private async Task SayAsync(Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(SayEvery)) != work)
        {
            Terminal.Say(ToString());
        }

        await work;
    }

    public override string ToString() =>
        $"{Done:N0}{(total is { } all ? $" of {all:N0}" : "")} lines, {Pace:N0}/s{(Remaining is { } left ? $", {left:hh\\:mm\\:ss} left" : "")}";
}
