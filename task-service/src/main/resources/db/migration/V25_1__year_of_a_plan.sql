-- A year of one plan is a few numbers of each unit in each round. Written as rounds close, they lie scattered over the table:
-- read from the index alone, they are together. It holds what the view report_counted shows of them.
drop index round_result_of_plan;
create index round_result_of_plan on round_result (plan_id, month, unit_id)
    include (cadence, period, county_id, owed, submitted, accepted, on_time);
