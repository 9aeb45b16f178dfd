using Sendra.Application.Common;

namespace Sendra.Application.Automations;

/// <summary>Reads what isn't in the versions' own rows, in the current workspace.</summary>
public interface IAutomationVersions
{
    /// <summary>A page of an automation's versions, newest first.</summary>
    Task<Page<VersionItem>> ListAsync(AutomationId automationId, Paging paging, CancellationToken cancellationToken);

    Task<int> CountAsync(AutomationId automationId, CancellationToken cancellationToken);

    /// <summary>Deletes old versions that no active run follows.</summary>
    /// <param name="newest">The newest version's number.</param>
    Task ForgetOldAsync(AutomationId automationId, int newest, CancellationToken cancellationToken);

    /// <summary>One version with its steps, or null.</summary>
    Task<VersionResult?> FindAsync(AutomationId automationId, int number, CancellationToken cancellationToken);
}
