using Sendra.Application.Common;

namespace Sendra.Application.Automations;

/// <summary>Counts the current workspace's runs by day.</summary>
public interface IRunsByDay
{
    /// <summary>What each of these days brought, in their order.</summary>
    /// <param name="automationId">The automation.</param>
    /// <param name="days">The days.</param>
    Task<IReadOnlyList<RunDay>> CountAsync(AutomationId automationId, IReadOnlyList<LocalDay> days, CancellationToken cancellationToken);
}
