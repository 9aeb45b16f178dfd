namespace Sendra.Cli.Importing;

/// <summary>How a record of CSV ends.</summary>
internal enum CsvEnd
{
    Whole,

    /// <summary>Within a field in quotes, which may go on in the next line.</summary>
    Open,

    /// <summary>A field in quotes is followed by something.</summary>
    Broken,
}
