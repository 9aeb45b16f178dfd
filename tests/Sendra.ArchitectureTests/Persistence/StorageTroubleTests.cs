using Npgsql;
using Sendra.Infrastructure.Persistence;

namespace Sendra.ArchitectureTests.Persistence;

/// <summary>What the database says, and whether the same request may succeed later. Most of it can't be had on demand.</summary>
internal sealed class StorageTroubleTests
{
    [TestCase("53100", true, TestName = "S10_a_full_disk_passes")]
    [TestCase("58030", true, TestName = "S10_a_file_that_cannot_be_read_passes")]
    [TestCase("XX000", true, TestName = "S10_a_failure_of_the_server_itself_passes")]
    [TestCase("57P03", true, TestName = "S10_a_server_that_starts_passes")]
    [TestCase("23505", false, TestName = "S10_a_second_row_with_the_same_key_does_not_pass")]
    [TestCase("42601", false, TestName = "S10_a_mistake_in_the_SQL_does_not_pass")]
    public void PostgreSql(string code, bool passes) =>
        StorageTrouble.IsUnavailable(new PostgresException("no", "ERROR", "ERROR", code)).Should().Be(passes);
}
