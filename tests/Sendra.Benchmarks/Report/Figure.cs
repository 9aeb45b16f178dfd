namespace Sendra.Benchmarks.Report;

/// <summary>One row of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Sendra">Sendra's figure.</param>
/// <param name="Limit">The figure it is compared with.</param>
/// <param name="Ratio">Sendra ÷ limit.</param>
/// <param name="Goal">What goals are set.</param>
/// <param name="Met">Whether it is met.</param>
internal sealed record Figure(string Name, double Sendra, double? Limit, double? Ratio, string Goal, bool Met)
{
    /// <summary>The ratio must be at least so much.</summary>
    public static Figure AtLeast(string name, double sendra, double limit, double goal) =>
        new(name, sendra, limit, sendra / limit, $">= {goal}", sendra / limit >= goal);

    /// <summary>The ratio must be at most so much.</summary>
    public static Figure AtMost(string name, double sendra, double limit, double goal) =>
        new(name, sendra, limit, sendra / limit, $"<= {goal}", sendra / limit <= goal);

    /// <summary>Sendra's figure must be below so much.</summary>
    public static Figure Below(string name, double sendra, double goal) =>
        new(name, sendra, null, null, $"< {goal}", sendra < goal);
}
