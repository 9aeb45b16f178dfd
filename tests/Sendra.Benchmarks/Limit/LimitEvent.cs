namespace Sendra.Benchmarks.Limit;

/// <summary>An event that waits for its commit.</summary>
internal sealed class LimitEvent(LimitBody body, LimitRules rules, Guid id, Guid enrollmentId)
{
    private readonly TaskCompletionSource<LimitAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LimitBody Body { get; } = body;

    public string? Properties { get; } = body.EventProperties.ValueKind == default ? null : body.EventProperties.GetRawText();

    public Guid Id { get; } = id;

    public Guid EnrollmentId { get; } = enrollmentId;

    public bool Enrolls { get; } = body.EventName == rules.TriggerEvent;

    public bool Exits { get; } = body.EventName == rules.ExitEvent;

    /// <summary>How many runs it dropped; known once it is saved.</summary>
    public int Exited { get; set; }

    public Task<LimitAnswer> Answer => _answer.Task;

    public void Complete() => _answer.SetResult(new LimitAnswer(Id, Enrolls ? 1 : 0, Exited));

    public void Fail(Exception exception) => _answer.SetException(exception);
}
