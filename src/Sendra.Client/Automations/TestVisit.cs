namespace Sendra.Client.Automations;

/// <summary>One step of a test.</summary>
public sealed record TestVisit
{
    /// <summary>The step's id.</summary>
    public string StepId { get; init; } = "";

    /// <summary>The step's name.</summary>
    public string? Name { get; init; }

    /// <summary>The step's type.</summary>
    public string Type { get; init; } = "";

    /// <summary>When the run would enter the step. Waits move this time on.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The outcome of a completed visit.</summary>
    public VisitOutcome Outcome { get; init; }

    /// <summary>The path that the run takes, if there are several.</summary>
    public string? Path { get; init; }

    /// <summary>What is special about it, for programs.</summary>
    public string? Code { get; init; }

    /// <summary>The same as a sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>
    /// What a step would send: an email with its subject, html and text, an event with its eventName and properties, or a call with its
    /// method, url, headers and body, without the headers that identify and sign each call.
    /// </summary>
    public RenderedEffect? Rendered { get; init; }
}
