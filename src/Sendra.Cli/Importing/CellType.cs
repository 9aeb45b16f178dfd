namespace Sendra.Cli.Importing;

/// <summary>What the text of a cell is.</summary>
internal enum CellType
{
    Text,
    Number,
    Boolean,
    Json,
}
