namespace Sendra.Tests.Model;

/// <summary>An event of the model's contact.</summary>
/// <param name="Name">One of the constants.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="At">When it counts as having happened.</param>
internal sealed record ModelEvent(string Name, string Value, int At)
{
    /// <summary>Triggers; runs may wait for it, too, and it may be on the exit list.</summary>
    public const string Go = "go";

    /// <summary>Runs may wait for it.</summary>
    public const string Heard = "heard";

    /// <summary>Exits the runs whose trigger said the same.</summary>
    public const string Leave = "leave";

    /// <summary>Exits all runs.</summary>
    public const string Stop = "stop";
}
