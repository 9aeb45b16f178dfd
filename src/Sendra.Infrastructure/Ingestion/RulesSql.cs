using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>The version of a workspace's rules, by which a node knows whether it has them.</summary>
internal static class RulesSql
{
    public static readonly RowStatement<WorkspaceId> SelectRulesVersions = new(
        "SELECT w.id, w.rules_version FROM workspaces w WHERE w.id = {workspace}",
        id => id);
}
