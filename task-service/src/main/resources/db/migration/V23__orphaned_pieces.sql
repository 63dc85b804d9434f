-- Pieces whose giver leads their task no more belong to whoever leads it now (behaviours.md P6): a unit of the same level before
-- others.
update task t
set given_by = heir.unit_id
from (select distinct on (p.id) p.id, u.unit_id
      from task p
      join task_unit u on u.task_id = p.parent_id and u.part = 'LEAD'
      left join directory_unit g on g.id = p.given_by
      where not exists (select from task_unit o
                        where o.task_id = p.parent_id and o.unit_id = p.given_by and o.part = 'LEAD')
      order by p.id, u.county_id is distinct from g.county_id, u.place, u.unit_id) heir
where t.id = heir.id;
