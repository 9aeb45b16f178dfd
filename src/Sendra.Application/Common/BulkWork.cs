namespace Sendra.Application.Common;

/// <summary>What comes in bulk is read and checked here.</summary>
public sealed class BulkWork() : WorkInTurn("Bulk");
